package io.countersign.history.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of an exported record: entries and checkpoints. */
public final class RecordFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RecordFile() {}

    /** An entry as a line. */
    public static String line(Link link) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("canonical", link.canonical());
        members.put("previous", link.previous());
        members.put("hash", link.hash());
        return CanonicalJson.of(members);
    }

    /**
     * The checkpoints of a file that may hold entries too. What is none, such as a line that a crash cut short, is among them
     * that is not {@link Checkpoint#isSigned}.
     */
    public static List<Checkpoint> checkpoints(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return checkpoints(lines);
        }
    }

    /** Those of a record, in which every other line has to be an entry. */
    public static List<Checkpoint> checkpointsOfRecord(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return checkpoints(lines.filter(text -> text.contains("\"checkpoint\"")));
        }
    }

    public static List<Checkpoint> checkpoints(Stream<String> lines) {
        List<Checkpoint> found = new ArrayList<>();
        lines.map(RecordFile::bare).filter(text -> !text.isBlank()).forEach(text -> {
            if (!text.contains("\"canonical\":")) {
                found.add(checkpoint(text, found.isEmpty() ? null : found.get(found.size() - 1)));
            }
        });
        return found;
    }

    /** Reads as it goes: a file may be larger than the memory. Close the stream. */
    public static Stream<Link> links(Path file) throws IOException {
        int[] number = {0};
        return Files.lines(file).flatMap(text -> link(++number[0], bare(text)));
    }

    private static String bare(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Checkpoint checkpoint(String text, @Nullable Checkpoint before) {
        try {
            Members line = Members.of(text, "checkpoint", "public_key", "signature");
            return Checkpoint.of(line.text("checkpoint"), line.text("public_key"), line.text("signature"));
        } catch (UnreadableRecord e) {
            return Checkpoint.torn(before, text);
        }
    }

    private static Stream<Link> link(int number, String text) {
        if (text.isBlank()) {
            return Stream.empty();
        }
        Members line;
        try {
            line = Members.of(text);
        } catch (UnreadableRecord e) {
            throw new UnreadableRecord("line " + number + " is not an audit log line");
        }
        return line.has("checkpoint") && !line.has("canonical") ? Stream.empty() : Stream.of(link(number, line));
    }

    private static Link link(int number, Members line) {
        try {
            line.exactly("canonical", "previous", "hash");
            String canonical = line.text("canonical");
            Members entry = Members.of(canonical);
            return new Link(
                    entry.number("seq"),
                    Instant.parse(entry.text("at")),
                    Math.toIntExact(entry.number("v")),
                    canonical,
                    line.textOrNull("previous"),
                    line.textOrNull("hash"));
        } catch (UnreadableRecord | DateTimeException | ArithmeticException e) {
            throw new UnreadableRecord("line " + number + " is not an audit log entry");
        }
    }
}
