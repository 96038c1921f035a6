package io.countersign.audit.chain;

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

/** The lines of an exported audit log: entries and checkpoints. */
public final class AuditLogFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private AuditLogFile() {}

    /** Formats an entry as a line. */
    public static String line(ChainedEntry link) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("canonical", link.canonical());
        members.put("previous", link.previous());
        members.put("hash", link.hash());
        return CanonicalJson.of(members);
    }

    /**
     * The checkpoints of a file, which may contain entries too. A line that is neither becomes a checkpoint that is not
     * {@link Checkpoint#isSigned}.
     */
    public static List<Checkpoint> checkpoints(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return checkpoints(lines);
        }
    }

    /** The checkpoints of an exported log, in which every other line must be an entry. */
    public static List<Checkpoint> checkpointsOfRecord(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return checkpoints(lines.filter(text -> text.contains("\"checkpoint\"")));
        }
    }

    public static List<Checkpoint> checkpoints(Stream<String> lines) {
        List<Checkpoint> found = new ArrayList<>();
        lines.map(AuditLogFile::bare).filter(text -> !text.isBlank()).forEach(text -> {
            if (!text.contains("\"canonical\":")) {
                found.add(checkpoint(text, found.isEmpty() ? null : found.get(found.size() - 1)));
            }
        });
        return found;
    }

    /** Reads lazily, because a file may be larger than the memory. The caller closes the stream. */
    public static Stream<ChainedEntry> links(Path file) throws IOException {
        int[] number = {0};
        return Files.lines(file).flatMap(text -> link(++number[0], bare(text)));
    }

    private static String bare(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Checkpoint checkpoint(String text, @Nullable Checkpoint before) {
        try {
            StrictJsonObject line = StrictJsonObject.of(text, "checkpoint", "public_key", "signature");
            return Checkpoint.of(line.text("checkpoint"), line.text("public_key"), line.text("signature"));
        } catch (UnreadableAuditLogException e) {
            return Checkpoint.torn(before, text);
        }
    }

    private static Stream<ChainedEntry> link(int number, String text) {
        if (text.isBlank()) {
            return Stream.empty();
        }
        StrictJsonObject line;
        try {
            line = StrictJsonObject.of(text);
        } catch (UnreadableAuditLogException e) {
            throw new UnreadableAuditLogException("line " + number + " is not an audit log line");
        }
        return line.has("checkpoint") && !line.has("canonical") ? Stream.empty() : Stream.of(link(number, line));
    }

    private static ChainedEntry link(int number, StrictJsonObject line) {
        try {
            line.exactly("canonical", "previous", "hash");
            String canonical = line.text("canonical");
            StrictJsonObject entry = StrictJsonObject.of(canonical);
            return new ChainedEntry(
                    entry.number("seq"),
                    Instant.parse(entry.text("at")),
                    Math.toIntExact(entry.number("v")),
                    canonical,
                    line.textOrNull("previous"),
                    line.textOrNull("hash"));
        } catch (UnreadableAuditLogException | DateTimeException | ArithmeticException e) {
            throw new UnreadableAuditLogException("line " + number + " is not an audit log entry");
        }
    }
}
