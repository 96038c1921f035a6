package io.countersign.history;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.Permission;
import java.util.Map;

/** Filters that a link of the audit log page sets together. */
enum HistoryPreset {
    EXTERNAL_CONTRIBUTOR(Map.of(
            "outcome",
            HistoryForm.DECIDED,
            "action",
            AuditAction.ACCEPT.name(),
            "membership",
            "EXTERNAL",
            "permission",
            Permission.CONTRIBUTOR.value())),
    BREAK_GLASS(Map.of("action", AuditAction.BREAK_GLASS.name())),
    FAILURES(Map.of("outcome", AuditOutcome.FAILED.name()));

    private final Map<String, String> filters;

    HistoryPreset(Map<String, String> filters) {
        this.filters = filters;
    }

    Map<String, String> filters() {
        return filters;
    }
}
