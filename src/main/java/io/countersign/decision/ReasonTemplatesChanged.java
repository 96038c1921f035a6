package io.countersign.decision;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.Audited;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed the reasons that are offered. Published inside the transaction that changes them.
 *
 * @param before null for a new one
 * @param after null for one that was removed
 */
public record ReasonTemplatesChanged(
        String person, @Nullable String before, @Nullable String after) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(AuditEntry.by(person, AuditAction.REASONS_CHANGED, AuditOutcome.DONE)
                .withMessage(text()));
    }

    /** Old and new, in lines for people. */
    public String text() {
        return "reason offered: " + said(before) + "\n→ " + said(after);
    }

    private static String said(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
