package io.countersign.connection;

import org.jspecify.annotations.Nullable;

/**
 * The reason why a call to AWS failed.
 *
 * @param message the original text from AWS or the network, without secrets
 * @param code the error code from AWS, such as {@code ConflictException}; null without a response
 * @param requestId the AWS request ID; null without a response
 */
public record AwsFailure(
        Kind kind,
        String message,
        @Nullable String code,
        @Nullable String requestId) {

    /** Each kind has a message with the key {@code failure.KIND}. */
    public enum Kind {
        INVALID,
        ACCESS_DENIED,
        NOT_FOUND,
        CONFLICT,
        THROTTLED,
        AWS_DOWN,
        CREDENTIALS_EXPIRED,
        CREDENTIALS_REFUSED,
        CREDENTIALS_MISSING,
        CREDENTIALS_UNAVAILABLE,
        /** The service refuses the credentials in a Region; AWS documents no code for a Region that is not enabled. */
        REGION_NOT_ENABLED,
        ROLE_REFUSED,
        SOURCE_IDENTITY_REFUSED,
        SESSION_TOO_LONG,
        UNREACHABLE,
        TIMEOUT,
        CONNECTION_LOST,
        BAD_ANSWER,
        NOT_CONNECTED,
        UNHEARD,
        STOPPED,
        OTHER;

        /** Returns whether a role was refused, so that its template shows what to compare. */
        public boolean roleRefused() {
            return this == ROLE_REFUSED || this == SOURCE_IDENTITY_REFUSED;
        }
    }

    /** Returns the code (the kind if there is no code) and the message. */
    public String summary() {
        return (code == null ? kind.name() : code) + ": " + message;
    }
}
