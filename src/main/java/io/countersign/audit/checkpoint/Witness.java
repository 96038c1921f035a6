package io.countersign.audit.checkpoint;

import io.countersign.audit.chain.AuditLogFile;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.database.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an installation remembers outside the database and the checkpoint store.
 *
 * @param keys the IDs of the keys that it signed with
 * @param oldest the line of the oldest checkpoint that it stored, or null
 * @param newest the line of the newest checkpoint that it stored, or null
 */
public record Witness(
        Set<String> keys, @Nullable String oldest, @Nullable String newest) {

    static final Witness NEW = new Witness(Set.of(), null, null);

    private static final JsonMapper JSON = JsonMapper.shared();

    public Witness {
        keys = Set.copyOf(keys);
    }

    /** Reads the file; without a file, nothing is remembered. */
    public static Witness read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return NEW;
        }
        try {
            return JSON.readValue(Files.readString(file), Witness.class);
        } catch (JacksonException | NullPointerException e) {
            throw new IOException(file + " is no witness file", e);
        }
    }

    /** Replaces the file, so that a crash leaves the old one or the new one. */
    void write(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        PrivateFiles.write(next, JSON.writeValueAsString(this));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Witness with(String key) {
        Set<String> more = new LinkedHashSet<>(keys);
        more.add(key);
        return new Witness(more, oldest, newest);
    }

    Witness with(Checkpoint first, Checkpoint last) {
        return new Witness(keys, oldest == null ? first.line() : oldest, last.line());
    }

    /** The remembered checkpoints. */
    Stream<Checkpoint> checkpoints() {
        return AuditLogFile.checkpoints(Stream.of(oldest, newest).filter(Objects::nonNull)).stream();
    }

    boolean isOlderThan(Checkpoint checkpoint) {
        return checkpoints().allMatch(known -> known.number() < checkpoint.number());
    }
}
