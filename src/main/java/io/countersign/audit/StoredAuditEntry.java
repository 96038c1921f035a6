package io.countersign.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored. Action and outcome are text, so that codes of a later version can be shown.
 *
 * @param seq grows by one with every entry; only entries that are older than the chain have gaps
 * @param at when it was written, to the millisecond
 * @param actor the user, or {@code system}; for a refused sign-in, the name as typed if a user has it
 * @param decider the user and the action of the decision that the entry is about; null if there is none, or if it was not read
 */
public record StoredAuditEntry(
        long seq,
        Instant at,
        String actor,
        String action,
        String outcome,
        AuditSubject subject,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String requestId,
        @Nullable Decider decider) {

    /**
     * Who decided.
     *
     * @param action ACCEPT or REJECT
     */
    public record Decider(String person, String action) {}

    public StoredAuditEntry decidedBy(@Nullable Decider decider) {
        return new StoredAuditEntry(seq, at, actor, action, outcome, subject, reason, message, requestId, decider);
    }
}
