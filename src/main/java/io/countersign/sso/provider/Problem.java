package io.countersign.sso.provider;

import org.springframework.http.HttpStatus;

/** Why a sign-in through a provider failed. The text of the page is the message {@code sso.problem.<name>}. */
public enum Problem {
    /** The provider did not answer in time, or its metadata are not usable. */
    UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE),
    /** The answer belongs to no sign-in of this browser: replayed, too old, or begun elsewhere. */
    NOT_PENDING(HttpStatus.BAD_REQUEST),
    /** The provider or the user refused. */
    DENIED(HttpStatus.FORBIDDEN),
    /** The code or the ID token was refused. */
    INVALID(HttpStatus.FORBIDDEN),
    /** The provider no longer confirms the user: disabled, removed, or signed out there. */
    ENDED(HttpStatus.FORBIDDEN),
    /** The ID token has no usable subject. */
    NO_SUBJECT(HttpStatus.FORBIDDEN),
    /** The groups claim is missing. */
    NO_CLAIM(HttpStatus.FORBIDDEN),
    /** The groups claim is neither a text nor a list of texts. */
    MALFORMED_CLAIM(HttpStatus.FORBIDDEN),
    /** Entra ID left the groups out, because they are too many for a token. */
    OVERAGE(HttpStatus.FORBIDDEN),
    /** The groups exceed the limits of their number or length. */
    TOO_MANY(HttpStatus.FORBIDDEN),
    /** None of the groups gives a role. */
    NOT_MAPPED(HttpStatus.FORBIDDEN),
    /** An admin disabled the user. */
    DISABLED(HttpStatus.FORBIDDEN),
    /** The configuration or an admin manages a user of this name now. */
    TAKEN_OVER(HttpStatus.FORBIDDEN),
    /** Another user is signed in in this browser. */
    OTHER_USER(HttpStatus.CONFLICT),
    /** The provider did not ask the user again. */
    NOT_CONFIRMED(HttpStatus.FORBIDDEN);

    private final HttpStatus status;

    Problem(HttpStatus status) {
        this.status = status;
    }

    public String messageKey() {
        return "sso.problem." + name();
    }

    public HttpStatus status() {
        return status;
    }
}
