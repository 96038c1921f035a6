package io.countersign.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** Extracts the programs of the server from the archive for this platform on the class path. */
final class PostgresPrograms {

    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private PostgresPrograms() {}

    /** Returns the folder of the programs, which is named after the checksum of their archive: an upgrade extracts a new one. */
    static Path extractedInto(Path root) throws IOException {
        String name = archive();
        URL archive = PostgresPrograms.class.getResource(name);
        if (archive == null) {
            throw new EmbeddedPostgresException("this build contains no programs for this platform ("
                    + name.substring(1) + "); the Maven profile \"release\" packages those of all platforms");
        }
        Path programs = root.resolve("programs-" + checksum(archive));
        if (!Files.exists(programs)) {
            Path unfinished = root.resolve("programs.new");
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectory(unfinished);
            PostgresDirectory.restrict(unfinished, "rwx------");
            extract(archive, unfinished);
            Files.move(unfinished, programs);
        }
        return programs;
    }

    static boolean isLinux() {
        return OS.startsWith("linux");
    }

    private static String archive() {
        String system = OS.startsWith("windows") ? "windows" : OS.startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").matches("aarch64|arm64") ? "arm_64" : "x86_64";
        // programs for glibc do not run on musl
        String variant = isLinux() && Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        return "/postgres-" + system + "-" + processor + variant + ".txz";
    }

    private static String checksum(URL archive) throws IOException {
        JarURLConnection connection = (JarURLConnection) archive.openConnection();
        return Long.toHexString(connection.getJarEntry().getCrc());
    }

    private static void extract(URL archive, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                store(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void store(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, true)) {
                throw new IOException(path + " cannot be made executable");
            }
        }
    }
}
