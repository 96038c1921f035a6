package io.countersign.decision.web;

import io.countersign.invitation.InvitationFingerprint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Reads the hidden field with the fingerprint of the facts that a page showed. */
public final class ShownFingerprint {

    private ShownFingerprint() {}

    /** Adds an error to the whole form, because users do not type this field. */
    public static void check(@Nullable String fingerprint, Errors errors) {
        if (fingerprint == null || fingerprint.isEmpty()) {
            errors.reject("decision.fingerprint.missing");
        } else if (parse(fingerprint).isEmpty()) {
            errors.reject("decision.fingerprint.malformed");
        }
    }

    /** Empty if it is missing or malformed. */
    public static Optional<InvitationFingerprint> parse(@Nullable String fingerprint) {
        try {
            return Optional.ofNullable(fingerprint).map(InvitationFingerprint::new);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
