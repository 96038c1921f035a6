package io.countersign.connection.validation;

import java.util.List;

/** The configuration of connections cannot be used; the application does not start with it. */
public final class InvalidConnectionsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidConnectionsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
