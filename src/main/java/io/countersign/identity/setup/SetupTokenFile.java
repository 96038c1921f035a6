package io.countersign.identity.setup;

import io.countersign.database.PrivateFiles;
import io.countersign.database.UnwritableDirectoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes the setup token to a file that other users of the machine cannot read. */
@Component
class SetupTokenFile {

    private static final Logger log = LoggerFactory.getLogger(SetupTokenFile.class);

    private final Path file;

    SetupTokenFile(SetupProperties properties) {
        this.file = properties.tokenFile();
    }

    void write(String token) {
        try {
            PrivateFiles.write(file, token + System.lineSeparator());
            log.info("The setup token is also in {}", file);
        } catch (IOException | UnwritableDirectoryException e) {
            log.warn("The setup token was not written to {}: {}", file, e.toString());
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} was not deleted; its token is no longer valid: {}", file, e.toString());
        }
    }
}
