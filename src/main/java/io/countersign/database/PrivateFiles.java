package io.countersign.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates directories and files of the application that other users of the machine cannot read. An existing file loses the access of
 * others and keeps that of its group, because platforms that run a container under any user ID share files through the group.
 */
public final class PrivateFiles {

    private static final Logger log = LoggerFactory.getLogger(PrivateFiles.class);
    private static final String DIRECTORY = "rwx------";
    private static final String FILE = "rw-------";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<Path> WARNED = ConcurrentHashMap.newKeySet();

    private PrivateFiles() {}

    /**
     * Creates the directory and its parents unless they exist. An existing directory may contain files of other programs, so its
     * permissions stay.
     *
     * @throws UnwritableDirectoryException if this process cannot write to the directory
     */
    public static void createDirectories(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute, attributes(absolute, DIRECTORY));
        } catch (FileSystemException e) {
            throw new UnwritableDirectoryException(absolute, e);
        }
        warnIfOpen(absolute);
        if (!Files.isWritable(absolute)) {
            throw new UnwritableDirectoryException(absolute, new AccessDeniedException(absolute.toString()));
        }
    }

    /** Writes a file, and creates it and its directory if they do not exist. */
    public static void write(Path file, String text) throws IOException {
        create(file);
        Files.writeString(file, text);
    }

    /**
     * Writes a file that must not exist yet, and creates its directory.
     *
     * @throws FileAlreadyExistsException if it exists
     */
    public static void createNew(Path file, String text) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        createDirectories(directory);
        Files.createFile(file, attributes(directory, FILE));
        Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    /** Creates an empty file and its directory unless they exist. */
    public static void create(Path file) throws IOException {
        try {
            if (Files.notExists(file)) {
                createNew(file, "");
            }
        } catch (FileAlreadyExistsException e) {
            log.debug("another process created it at the same time", e);
        }
        hideFromOthers(file);
    }

    /** Takes away the access of others to an existing file; warns if it belongs to another user. */
    public static void hideFromOthers(Path file) throws IOException {
        if (isOpen(file)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            permissions.removeAll(OTHERS);
            try {
                Files.setPosixFilePermissions(file, permissions);
                log.warn("Other users of this machine had access to {}: this access is removed", file);
            } catch (FileSystemException e) {
                warnIfOpen(file);
            }
        }
    }

    private static void warnIfOpen(Path path) throws IOException {
        if (isOpen(path) && WARNED.add(path)) {
            log.warn("OTHER USERS OF THIS MACHINE HAVE ACCESS TO {}. Run: chmod o= {}", path, path);
        }
    }

    private static boolean isOpen(Path path) throws IOException {
        return isPosix(path) && !Collections.disjoint(Files.getPosixFilePermissions(path), OTHERS);
    }

    private static FileAttribute<?>[] attributes(Path place, String permissions) throws IOException {
        return isPosix(existing(place))
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static Path existing(Path place) {
        Path path = place;
        while (Files.notExists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    /** The user and group of this process as numbers, because a container may run under an ID without a name. */
    static String user() {
        try {
            Path process = Path.of("/proc/self");
            return Files.getAttribute(process, "unix:uid") + " (group " + Files.getAttribute(process, "unix:gid") + ")";
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return System.getProperty("user.name");
        }
    }
}
