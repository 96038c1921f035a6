package io.countersign.decision;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.Audited;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead changed the reason templates. Published inside the transaction that changes them.
 *
 * @param before null for a new template
 * @param after null for a removed template
 */
public record ReasonTemplatesChanged(
        String person, @Nullable String before, @Nullable String after) implements Audited {

    @Override
    public List<AuditEntry> auditEntries() {
        return List.of(AuditEntry.by(person, AuditAction.REASONS_CHANGED, AuditOutcome.DONE)
                .withMessage(text()));
    }

    /** The old and the new text, one per line. */
    public String text() {
        return "reason offered: " + orDash(before) + "\n→ " + orDash(after);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
