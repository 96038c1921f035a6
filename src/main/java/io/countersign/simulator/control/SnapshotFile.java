package io.countersign.simulator.control;

import io.countersign.simulator.rules.AwsSnapshot;
import io.countersign.simulator.rules.SimulatedAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that stores the simulated AWS. A change is stored before its response is sent; concurrent calls share one
 * write.
 */
public final class SnapshotFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable Path file;
    private long saved = -1;

    private SnapshotFile(@Nullable Path file) {
        this.file = file;
    }

    /** @param file null stores nothing */
    public static SnapshotFile of(@Nullable Path file) {
        return new SnapshotFile(file == null ? null : file.toAbsolutePath());
    }

    public void restore(SimulatedAws aws) throws IOException {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try {
            var snapshot = JSON.readValue(Files.readAllBytes(file), AwsSnapshot.class);
            if (snapshot.format() > AwsSnapshot.FORMAT) {
                throw new IOException(
                        "The simulator's data in " + file
                                + " was written by a newer version: start that version, or move the file away to start with new data.");
            }
            aws.exclusively(() -> {
                aws.restore(snapshot);
                return snapshot;
            });
        } catch (JacksonException | NullPointerException e) {
            throw new IOException(
                    "The simulator's data in " + file + " cannot be read; move it away to start with new data.", e);
        }
    }

    public void save(SimulatedAws aws) {
        long needed = aws.exclusively(aws::version);
        synchronized (this) {
            if (file == null || saved >= needed) {
                return;
            }
            var snapshot = aws.exclusively(aws::snapshot);
            try {
                write(file, JSON.writeValueAsBytes(snapshot));
            } catch (IOException e) {
                throw new UncheckedIOException("The simulator's data cannot be written to " + file + ": " + e, e);
            }
            saved = snapshot.version();
        }
    }

    private static FileAttribute<?>[] readableByOwner(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent(), readableByOwner("rwx------"));
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, readableByOwner("rw-------"));
        Files.write(next, bytes);
        try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
