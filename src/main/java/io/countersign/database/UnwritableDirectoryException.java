package io.countersign.database;

import java.nio.file.Path;

/** A directory of the application cannot be created or written. The message names the directory and the user of the process. */
public class UnwritableDirectoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnwritableDirectoryException(Path directory, Exception cause) {
        super("The directory " + directory + " cannot be written by user " + PrivateFiles.user(), cause);
    }
}
