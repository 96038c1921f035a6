package io.countersign.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PrivateFilesTests {

    @TempDir
    Path place;

    @Test
    void createsDirectoriesAndFilesForTheOwnerOnly() throws IOException {
        Path file = place.resolve("data/keys/key.pem");
        PrivateFiles.createNew(file, "secret");
        assertThat(file).hasContent("secret");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        assertThat(permissions(place.resolve("data"))).isEqualTo("rwx------");
        assertThatThrownBy(() -> PrivateFiles.createNew(file, "other")).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void removesTheAccessOfOthersFromAnExistingFileAndKeepsThatOfTheGroup(CapturedOutput log) throws IOException {
        Path file = withPermissions(Files.createFile(place.resolve("old")), "rw-rw-r--");
        PrivateFiles.write(file, "text");
        assertThat(permissions(file)).isEqualTo("rw-rw----");
        assertThat(log).contains("Other users of this machine had access to " + file);
    }

    @Test
    void warnsOnceAboutAnExistingDirectoryThatOthersCanRead(CapturedOutput log) throws IOException {
        Path directory = withPermissions(Files.createDirectory(place.resolve("open")), "rwxr-xr-x");
        PrivateFiles.createDirectories(directory);
        PrivateFiles.createDirectories(directory);
        assertThat(permissions(directory)).isEqualTo("rwxr-xr-x");
        assertThat(log.toString().split("OTHER USERS OF THIS MACHINE HAVE ACCESS TO " + directory, -1))
                .hasSize(2);
    }

    @Test
    void acceptsADirectoryOfItsGroup(CapturedOutput log) throws IOException {
        PrivateFiles.createDirectories(withPermissions(Files.createDirectory(place.resolve("shared")), "rwxrwx---"));
        assertThat(log).doesNotContain("OTHER USERS");
    }

    @Test
    void namesTheDirectoryAndTheUserWhoCannotWriteToIt() throws IOException {
        Path blocked = Files.createFile(place.resolve("blocked")).resolve("data");
        assertThatThrownBy(() -> PrivateFiles.createDirectories(blocked))
                .isInstanceOf(UnwritableDirectoryException.class)
                .hasMessageContaining("The directory " + blocked + " cannot be written by user " + PrivateFiles.user());
        UnwritableDirectoryException cause =
                new UnwritableDirectoryException(blocked, new IOException("Permission denied"));
        assertThat(new UnwritableDirectoryAnalyzer().analyze(cause, cause).getDescription())
                .contains(blocked.toString(), "Permission denied");
    }

    private static Path withPermissions(Path path, String permissions) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
