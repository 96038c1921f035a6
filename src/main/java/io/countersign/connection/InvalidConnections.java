package io.countersign.connection;

import java.util.List;

/** The configuration of connections cannot be used; the application does not start with it. */
final class InvalidConnections extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidConnections(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
