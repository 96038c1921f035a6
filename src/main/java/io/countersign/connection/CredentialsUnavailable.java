package io.countersign.connection;

/** No credentials could be had, so that no request was signed or sent. */
final class CredentialsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    CredentialsUnavailable(Failure failure, RuntimeException cause) {
        super("no credentials", cause);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
