package io.countersign.connection.validation;

import java.util.List;

/** The configuration of connections is invalid, so the application does not start. */
public final class InvalidConnectionsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidConnectionsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
