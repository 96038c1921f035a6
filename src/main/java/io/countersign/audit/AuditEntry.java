package io.countersign.audit;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry to append. Its text may contain any characters: {@link #stored} sanitizes it. */
public record AuditEntry(
        String actor,
        AuditAction action,
        AuditOutcome outcome,
        AuditSubject subject,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String requestId) {

    /** The actor of entries that no user caused. */
    public static final String SYSTEM = "system";

    /** The most characters of a message that are stored. */
    public static final int LONGEST_MESSAGE = 2000;

    private static final int LONGEST_ACTOR = 254;

    public static AuditEntry by(String actor, AuditAction action, AuditOutcome outcome) {
        return new AuditEntry(actor, action, outcome, AuditSubject.NONE, null, null, null);
    }

    public static AuditEntry bySystem(AuditAction action, AuditOutcome outcome) {
        return by(SYSTEM, action, outcome);
    }

    public AuditEntry about(AuditSubject subject) {
        return new AuditEntry(actor, action, outcome, subject, reason, message, requestId);
    }

    public AuditEntry withReason(@Nullable String reason) {
        return new AuditEntry(actor, action, outcome, subject, reason, message, requestId);
    }

    public AuditEntry withMessage(@Nullable String message) {
        return new AuditEntry(actor, action, outcome, subject, reason, message, requestId);
    }

    public AuditEntry withRequestId(@Nullable String requestId) {
        return new AuditEntry(actor, action, outcome, subject, reason, message, requestId);
    }

    /** The entry as it is stored: sanitized, and cut to the length of the columns. */
    public StoredAuditEntry stored(long seq, Instant at) {
        return new StoredAuditEntry(
                seq,
                at,
                Objects.requireNonNull(SanitizedText.line(actor, LONGEST_ACTOR)),
                action.name(),
                outcome.name(),
                subject.sanitized(),
                SanitizedText.lines(reason, 1000),
                SanitizedText.lines(message, LONGEST_MESSAGE),
                SanitizedText.line(requestId, 200),
                null);
    }
}
