package io.countersign.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The main process of a server, as the file {@code postmaster.pid} in its data folder names it. The file may be stale. */
record Postmaster(long pid, int port, String dataDirectory) {

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    static Optional<Postmaster> of(Path cluster) throws IOException {
        if (!Files.exists(file(cluster))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file(cluster));
        // PID, data folder, start time, port
        return lines.size() < 4
                ? Optional.empty()
                : Optional.of(new Postmaster(
                        Long.parseLong(lines.get(0).strip()),
                        Integer.parseInt(lines.get(3).strip()),
                        lines.get(1)));
    }

    /** Returns false if the process ended, or if its number now belongs to a process that does not serve this data folder. */
    boolean runsOn(Path cluster) {
        return Path.of(dataDirectory).equals(cluster)
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .map(ProcessHandle::info)
                        .filter(info -> info.arguments()
                                .map(arguments -> List.of(arguments).contains(cluster.toString()))
                                // Windows does not show arguments
                                .orElse(info.command().orElse("").endsWith("postgres.exe")))
                        .isPresent();
    }
}
