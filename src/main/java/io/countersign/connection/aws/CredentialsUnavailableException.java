package io.countersign.connection.aws;

import io.countersign.connection.AwsFailure;

/** Credentials were unavailable, so no request was signed or sent. */
public final class CredentialsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AwsFailure awsFailure;

    public CredentialsUnavailableException(AwsFailure awsFailure, RuntimeException cause) {
        super("no credentials", cause);
        this.awsFailure = awsFailure;
    }

    public AwsFailure failure() {
        return awsFailure;
    }
}
