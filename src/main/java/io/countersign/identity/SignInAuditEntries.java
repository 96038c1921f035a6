package io.countersign.identity;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;

/** Creates audit entries for sign-ins and refused requests. */
final class SignInAuditEntries {

    private static final String NO_NAME = "(no name)";

    private SignInAuditEntries() {}

    static AuditEntry signedIn(String person) {
        return AuditEntry.by(person, AuditAction.SIGN_IN, AuditOutcome.DONE);
    }

    static AuditEntry reauthenticated(String person) {
        return signedIn(person).withMessage("password confirmed");
    }

    static AuditEntry signedOut(String person) {
        return AuditEntry.by(person, AuditAction.SIGN_OUT, AuditOutcome.DONE);
    }

    static AuditEntry signInRefused(String typedName, String reason) {
        return AuditEntry.by(typedName.isBlank() ? NO_NAME : typedName, AuditAction.SIGN_IN, AuditOutcome.REFUSED)
                .withMessage(reason);
    }

    static AuditEntry accessRefused(String person, String method, String path) {
        return AuditEntry.by(person, AuditAction.VIEW, AuditOutcome.REFUSED).withMessage(method + " " + path);
    }
}
