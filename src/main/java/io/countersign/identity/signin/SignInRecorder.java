package io.countersign.identity.signin;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Audits sign-ins and refusals in a transaction: a sign-in that cannot be recorded fails. */
@Component
public class SignInRecorder {

    private static final String NO_NAME = "(no name)";

    private final AuditLog auditLog;
    private final SignInAttemptRepository attempts;

    public SignInRecorder(AuditLog auditLog, SignInAttemptRepository attempts) {
        this.auditLog = auditLog;
        this.attempts = attempts;
    }

    @Transactional
    public void signedIn(String person) {
        attempts.forget(person);
        append(person, AuditAction.SIGN_IN, AuditOutcome.DONE, null);
    }

    @Transactional
    public void signedInAgain(String person) {
        attempts.forget(person);
        append(person, AuditAction.SIGN_IN, AuditOutcome.DONE, "password confirmed");
    }

    @Transactional
    public void signInRefused(String typedName, String why) {
        append(typedName.isBlank() ? NO_NAME : typedName, AuditAction.SIGN_IN, AuditOutcome.REFUSED, why);
    }

    @Transactional
    public void signedOut(String person) {
        append(person, AuditAction.SIGN_OUT, AuditOutcome.DONE, null);
    }

    @Transactional
    public void accessRefused(String person, String method, String path) {
        append(person, AuditAction.VIEW, AuditOutcome.REFUSED, method + " " + path);
    }

    private void append(String person, AuditAction action, AuditOutcome outcome, @Nullable String message) {
        auditLog.append(AuditEntry.by(person, action, outcome).withMessage(message));
    }
}
