package io.countersign.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored. Action and outcome are text, so that codes of a later version can be shown.
 *
 * @param seq grows by one with every entry; only entries that are older than the chain have gaps
 * @param at when it was written, to the millisecond
 * @param actor the user, or {@code system}; for a refused sign-in, the name as typed if a user has it
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
        @Nullable String requestId) {}
