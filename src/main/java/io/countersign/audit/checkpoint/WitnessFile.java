package io.countersign.audit.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file in which this installation remembers keys and checkpoints. */
final class WitnessFile {

    private static final Logger log = LoggerFactory.getLogger(WitnessFile.class);

    private final Path file;
    private Witness memory;

    /** @throws InvalidSigningKeyException if the file cannot be read */
    WitnessFile(Path file) {
        this.file = file;
        this.memory = read(file);
    }

    Witness memory() {
        return memory;
    }

    void remember(Witness changed) {
        memory = changed;
        try {
            memory.write(file);
        } catch (IOException | RuntimeException e) {
            log.warn(
                    "{} cannot be written: the keys and checkpoints of the audit log are remembered until the end of"
                            + " this process only",
                    file,
                    e);
        }
    }

    static Witness read(Path file) {
        try {
            return Witness.read(file);
        } catch (IOException e) {
            throw new InvalidSigningKeyException(
                    "countersign.audit.witness-file: " + file + " cannot be read. Find out why before you remove it",
                    e);
        }
    }
}
