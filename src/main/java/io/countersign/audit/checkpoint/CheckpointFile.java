package io.countersign.audit.checkpoint;

import io.countersign.audit.chain.AuditLogFile;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.database.PrivateFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stores checkpoints as lines of a file that only grows. The directory may be a mount, or append-only. */
public final class CheckpointFile implements CheckpointStore {

    public static final String NAME = "checkpoints.jsonl";

    private final Path file;

    public CheckpointFile(Path directory) {
        this.file = directory.resolve(NAME);
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public void put(Checkpoint checkpoint) throws IOException {
        PrivateFiles.create(file);
        String start = endsALine() ? "" : "\n";
        ByteBuffer line = StandardCharsets.UTF_8.encode(start + checkpoint.line() + "\n");
        // opened for appending only, so that the file may have the append-only attribute (chattr +a)
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    /** False if a crash cut the last line short. */
    private boolean endsALine() throws IOException {
        if (Files.notExists(file) || Files.size(file) == 0) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) == '\n';
        }
    }

    @Override
    public boolean contains(Checkpoint checkpoint) throws IOException {
        String line = checkpoint.line();
        return read(lines -> lines.anyMatch(line::equals));
    }

    @Override
    public List<Checkpoint> all() throws IOException {
        return read(AuditLogFile::checkpoints);
    }

    private <T> T read(Function<Stream<String>, T> reader) throws IOException {
        if (Files.notExists(file)) {
            return reader.apply(Stream.empty());
        }
        // invalid UTF-8 becomes a line that is no checkpoint, which verification reports
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return reader.apply(lines.lines());
        }
    }
}
