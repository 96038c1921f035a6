package io.countersign.decision.web;

import io.countersign.invitation.InvitationFingerprint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Reads the hidden field of a form that names what its page showed. */
public final class ShownFingerprint {

    private ShownFingerprint() {}

    /** The error belongs to the whole form, since nobody typed the field. */
    public static void check(@Nullable String fingerprint, Errors errors) {
        if (fingerprint == null || fingerprint.isEmpty()) {
            errors.reject("decision.fingerprint.missing");
        } else if (parse(fingerprint).isEmpty()) {
            errors.reject("decision.fingerprint.malformed");
        }
    }

    /** Empty where it is missing or malformed. */
    public static Optional<InvitationFingerprint> parse(@Nullable String fingerprint) {
        try {
            return Optional.ofNullable(fingerprint).map(InvitationFingerprint::new);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
