package io.countersign.kill;

import io.countersign.database.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The packaged jar, extracted once, because the same classes then start in half the time. */
final class PackagedJar {

    private static final Path JAR = Path.of("target", "countersign.jar").toAbsolutePath();
    private static final Path DIRECTORY = Path.of("target", "kill-tests").toAbsolutePath();

    private PackagedJar() {}

    static Path extracted() {
        return Holder.EXTRACTED;
    }

    /** Creates an empty directory. */
    static Path directory(String name) {
        try {
            Path directory = DIRECTORY.resolve(name);
            FileSystemUtils.deleteRecursively(directory);
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** JVM options that start faster: less compilation, and the class archive of the previous start. */
    static List<String> options() {
        return List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:SharedArchiveFile=" + Holder.CLASSES);
    }

    private static Path extract() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: run mvn package first.");
        }
        Path place = directory("jar");
        run("extract", "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--force", "--destination", "" + place);
        return place.resolve(JAR.getFileName());
    }

    /** Starts once on its own database and ends before it serves requests. */
    private static Path classes(Path jar) {
        Path archive = DIRECTORY.resolve("classes.jsa");
        Path database = directory("classes-database");
        run(
                "classes",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                jar.toString(),
                "--countersign.database.directory=" + database);
        // The application halts and leaves its database server running.
        EmbeddedPostgres.start(database).close();
        return archive;
    }

    private static void run(String name, String... arguments) {
        File log = DIRECTORY.resolve(name + ".log").toFile();
        int exit = exit(new ProcessBuilder(), log, List.of(arguments));
        if (exit != 0) {
            throw new IllegalStateException("it ended with " + exit + ", see " + log);
        }
    }

    /** Runs the process to its end and returns the exit code. */
    static int exit(ProcessBuilder process, File log, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments);
        try {
            return process.command(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        private static final Path EXTRACTED = extract();
        private static final Path CLASSES = classes(EXTRACTED);
    }
}
