package io.countersign.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** Creates, starts and stops a server with the programs that come with PostgreSQL. */
record PostgresCommands(PostgresDirectory directory, Path programs) {

    static final String SUPERUSER = "postgres";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            // a confirmed commit survives a crash of the server and of the machine
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("timezone", "UTC"),
            // bounds the disk space of an idle database
            Map.entry("max_wal_size", "128MB"),
            Map.entry("min_wal_size", "32MB"),
            // the application logs failed statements itself
            Map.entry("log_min_messages", "log"),
            Map.entry("log_checkpoints", "off"));

    void initialize() throws IOException {
        Path unfinished = directory.root().resolve("cluster.new");
        FileSystemUtils.deleteRecursively(unfinished);
        run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--pwfile=" + directory.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        Files.move(unfinished, directory.cluster());
    }

    void start(int port, Map<String, String> settings) throws IOException {
        Files.deleteIfExists(directory.log());
        Map<String, String> all = new TreeMap<>(SETTINGS);
        all.putAll(settings);
        all.put("port", String.valueOf(port));
        String options = all.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        run(
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=60",
                "--pgdata=" + directory.cluster(),
                "--log=" + directory.log(),
                "--options=" + options);
    }

    /** Rolls back what is open, writes everything to the data files and waits for the end. */
    void stop() throws IOException {
        run("pg_ctl", "stop", "--wait", "--timeout=60", "--mode=fast", "--pgdata=" + directory.cluster());
    }

    private void run(String program, String... arguments) throws IOException {
        boolean root = PostgresPrograms.isLinux() && new UnixSystem().getUid() == 0;
        List<String> command = new ArrayList<>();
        if (root) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it has no rights but those of the owner
            // of its files
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = directory.root().resolve(program + ".log");
        PrivateFiles.create(output);
        int exit = execute(new ProcessBuilder(command)
                .directory(directory.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile()));
        if (exit != 0) {
            throw new EmbeddedPostgresException(program + " ended with " + exit
                    + (root ? " (as root, which takes user" + " namespaces: run the application as another user)" : "")
                    + ": " + end(output) + end(directory.log()));
        }
    }

    private static int execute(ProcessBuilder process) throws IOException {
        try {
            return process.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String end(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<String> lines =
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size())) + "\n";
    }
}
