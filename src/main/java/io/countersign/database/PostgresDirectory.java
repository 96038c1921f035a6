package io.countersign.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The folder of an embedded server: programs, data, password and log. Only the user who runs the application can read
 * it.
 */
record PostgresDirectory(Path root) {

    static final String USER = "countersign";

    static PostgresDirectory of(Path root) {
        return new PostgresDirectory(root.toAbsolutePath().normalize());
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    Path log() {
        return root.resolve("server.log");
    }

    boolean hasCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    /** Creates the folder and its password unless they exist. */
    void prepare() throws IOException {
        PrivateFiles.createDirectories(root);
        PrivateFiles.hideFromOthers(root);
        if (hasCluster() || Files.exists(passwordFile())) {
            return;
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path written = root.resolve("password.new");
        Files.deleteIfExists(written);
        PrivateFiles.createNew(written, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Files.move(written, passwordFile());
    }

    static void restrict(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /** Locks the folder for this process; the operating system releases the lock if the process is killed. */
    FileChannel lock() throws IOException {
        return tryLock()
                .orElseThrow(() -> new EmbeddedPostgresException("another process uses " + root
                        + "; several processes can share only a PostgreSQL server of their own"));
    }

    private Optional<FileChannel> tryLock() throws IOException {
        PrivateFiles.create(root.resolve("lock"));
        FileChannel channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException lockedByThisProcess) {
            // treated as a lock of another process
        }
        channel.close();
        return Optional.empty();
    }

    /** Returns the login to the server of an application that uses this folder now. */
    Optional<DatabaseLogin> loginOfRunningApplication() {
        try {
            Optional<FileChannel> lock = tryLock();
            if (lock.isPresent()) {
                lock.get().close();
                return Optional.empty();
            }
            int port = Postmaster.of(cluster())
                    .orElseThrow(() -> new EmbeddedPostgresException("the server in " + root + " is not ready"))
                    .port();
            return Optional.of(login(USER, port));
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot use " + root, e);
        }
    }

    DatabaseLogin login(String user, int port) throws IOException {
        return new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + port + "/" + USER, user, password());
    }

    DatabaseLogin login(int port) throws IOException {
        return login(USER, port);
    }

    private String password() throws IOException {
        return Files.readString(passwordFile());
    }
}
