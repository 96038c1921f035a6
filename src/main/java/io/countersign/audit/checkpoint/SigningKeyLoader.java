package io.countersign.audit.checkpoint;

import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.chain.TrustedKeys;
import io.countersign.database.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the signing key from the configuration or from its file, and creates the file if it is missing. */
final class SigningKeyLoader {

    private static final Logger log = LoggerFactory.getLogger(SigningKeyLoader.class);

    private SigningKeyLoader() {}

    /**
     * Finds what is wrong with the key, the trusted keys and the witness file, without creating a file.
     *
     * @throws InvalidSigningKeyException with the property
     */
    static void check(AuditProperties properties) {
        Witness memory = WitnessFile.read(properties.witnessFile());
        if (isInFile(properties) && Files.notExists(properties.keyFile())) {
            refuseNewKey(properties);
        } else {
            refuseUntrusted(load(properties), properties.trusted(memory), properties);
        }
    }

    private static void refuseNewKey(AuditProperties properties) {
        if (!properties.trustedKeys().isEmpty()) {
            throw new InvalidSigningKeyException("countersign.audit.key-file: " + properties.keyFile()
                    + " does not exist, and countersign.audit.trusted-keys cannot contain a new key");
        }
    }

    private static void refuseUntrusted(SigningKey key, TrustedKeys trusted, AuditProperties properties) {
        if (!properties.trustedKeys().isEmpty() && !trusted.ids().contains(key.id())) {
            throw InvalidSigningKeyException.untrusted(key);
        }
    }

    private static boolean isInFile(AuditProperties properties) {
        String key = properties.key();
        return key == null || key.isBlank();
    }

    static SigningKey load(AuditProperties properties) {
        String key = properties.key();
        try {
            return isInFile(properties)
                    ? ofFile(properties.keyFile())
                    : named("countersign.audit.key", String.valueOf(key));
        } catch (IOException e) {
            throw new InvalidSigningKeyException(
                    "countersign.audit.key-file: " + properties.keyFile() + " cannot be used", e);
        }
    }

    private static SigningKey ofFile(Path file) throws IOException {
        if (Files.notExists(file)) {
            make(file);
        }
        PrivateFiles.hideFromOthers(file);
        return named("countersign.audit.key-file", Files.readString(file));
    }

    private static void make(Path file) throws IOException {
        try {
            PrivateFiles.createNew(file, SigningKey.newPem());
            log.warn(
                    "THE AUDIT LOG IS SIGNED WITH A NEW KEY IN {}. Use it for trials only: anyone who can read this"
                            + " file can sign a forged audit log. Set countersign.audit.key or key-file to a key that you"
                            + " keep elsewhere too.",
                    file);
        } catch (FileAlreadyExistsException e) {
            log.debug("another process created the key file at the same time", e);
        }
    }

    private static SigningKey named(String property, String text) {
        try {
            return SigningKey.of(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidSigningKeyException(property + ": " + e.getMessage(), e);
        }
    }
}
