package io.countersign.connection.aws;

import io.countersign.connection.Failure;

/** No credentials could be had, so that no request was signed or sent. */
public final class CredentialsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public CredentialsUnavailableException(Failure failure, RuntimeException cause) {
        super("no credentials", cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
