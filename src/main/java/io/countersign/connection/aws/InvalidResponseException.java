package io.countersign.connection.aws;

/** AWS answered with something that cannot be relied on. */
public final class InvalidResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidResponseException(String message) {
        super(message);
    }
}
