package io.countersign.connection.aws;

/** AWS sent an invalid response. */
public final class InvalidResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidResponseException(String message) {
        super(message);
    }
}
