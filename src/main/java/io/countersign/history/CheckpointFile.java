package io.countersign.history;

import io.countersign.history.chain.Checkpoint;
import io.countersign.history.chain.RecordFile;
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

/** A file that only grows, a checkpoint a line. Its directory may lie on another machine, or be made append-only. */
final class CheckpointFile implements CheckpointPlace {

    static final String NAME = "checkpoints.jsonl";

    private final Path file;

    CheckpointFile(Path directory) {
        this.file = directory.resolve(NAME);
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public void put(Checkpoint checkpoint) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String start = endsALine() ? "" : "\n";
        ByteBuffer line = StandardCharsets.UTF_8.encode(start + checkpoint.line() + "\n");
        // for appending alone, so that the file may be one that takes nothing else (chattr +a)
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    /** Not so where a crash cut a line short. */
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
    public List<Checkpoint> all() throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        // bytes that are no text become a line that is no checkpoint, which is told
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return RecordFile.checkpoints(lines.lines());
        }
    }
}
