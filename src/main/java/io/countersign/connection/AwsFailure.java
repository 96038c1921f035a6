package io.countersign.connection;

import org.jspecify.annotations.Nullable;

/**
 * Why a call to AWS did not succeed.
 *
 * @param message AWS's or the network's own words, without secrets; for people who look closer
 * @param code the error's name as AWS gave it, such as {@code ConflictException}; null where no answer came
 * @param requestId AWS's request id; null where no answer came
 */
public record AwsFailure(
        Kind kind,
        String message,
        @Nullable String code,
        @Nullable String requestId) {

    /** Each has a sentence for people in {@code messages.properties}, under {@code failure.KIND}. */
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
        OTHER
    }

    /** The code, or the kind without a code, and the message. */
    public String summary() {
        return (code == null ? kind.name() : code) + ": " + message;
    }
}
