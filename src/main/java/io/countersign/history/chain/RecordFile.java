package io.countersign.history.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of an exported record: entries and checkpoints. */
public final class RecordFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RecordFile() {}

    /** An entry as a line. */
    public static String line(Link link) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("canonical", link.canonical());
        members.put("previous", link.previous());
        members.put("hash", link.hash());
        return CanonicalJson.of(members);
    }

    /** The checkpoints of a file. A line that a crash cut short is skipped: what it should say stands again behind it. */
    public static List<Checkpoint> checkpoints(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return checkpoints(lines);
        }
    }

    public static List<Checkpoint> checkpoints(Stream<String> lines) {
        return lines.filter(text -> text.contains("\"checkpoint\""))
                .flatMap(RecordFile::checkpoint)
                .toList();
    }

    /** Reads as it goes: a file may be larger than the memory. Close the stream. */
    public static Stream<Link> links(Path file) throws IOException {
        int[] number = {0};
        Stream<String> lines = Files.lines(file);
        return lines.map(text -> json(++number[0], text))
                .filter(line -> !line.has("checkpoint"))
                .map(line -> link(number[0], line));
    }

    private static JsonNode json(int number, String text) {
        try {
            JsonNode line = JSON.readTree(text);
            if (line.isObject()) {
                return line;
            }
        } catch (JacksonException e) {
            // told below
        }
        throw new UnreadableRecord("line " + number + " is no line of a record");
    }

    private static Stream<Checkpoint> checkpoint(String text) {
        try {
            JsonNode line = JSON.readTree(text);
            return line.has("checkpoint")
                    ? Stream.of(Checkpoint.of(
                            line.path("checkpoint").asString(),
                            line.path("public_key").asString(),
                            line.path("signature").asString()))
                    : Stream.empty();
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }

    private static Link link(int number, JsonNode line) {
        try {
            String canonical = line.required("canonical").asString();
            JsonNode entry = JSON.readTree(canonical);
            return new Link(
                    entry.required("seq").asLong(),
                    Instant.parse(entry.required("at").asString()),
                    entry.required("v").asInt(),
                    canonical,
                    line.path("previous").asString(null),
                    line.path("hash").asString(null));
        } catch (JacksonException | DateTimeException e) {
            throw new UnreadableRecord("line " + number + " is no entry of a record");
        }
    }
}
