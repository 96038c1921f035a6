package io.countersign.history;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * An entry as a row of the table.
 *
 * @param entry as stored, for the columns that show it unchanged
 * @param timeline the URL of the timeline, if the entry is about a decision
 * @param alarm whether the row is highlighted
 */
record EntryRow(
        StoredAuditEntry entry,
        String tone,
        String icon,
        @Nullable String link,
        @Nullable String timeline,
        boolean alarm) {

    private static final Set<String> ALARMS =
            Set.of(AuditAction.BREAK_GLASS.name(), AuditAction.BREAK_GLASS_SIGN_IN.name());

    /** @param query the query of the audit log page, encoded, to which the pages of the decision lead back; null for none */
    static EntryRow of(StoredAuditEntry entry, @Nullable String query) {
        AuditSubject about = entry.subject();
        String tone = tone(entry.outcome());
        return new EntryRow(
                entry,
                tone,
                icon(tone),
                link(about, query),
                about.decisionId() == null
                        ? null
                        : "/decisions/" + about.decisionId() + "/timeline" + parameter("?", query),
                ALARMS.contains(entry.action()));
    }

    /** Whether the user or the action of the decision differs from those of the entry. */
    public boolean forDecider() {
        StoredAuditEntry.Decider decider = entry.decider();
        return decider != null
                && !(decider.person().equals(entry.actor()) && decider.action().equals(entry.action()));
    }

    private static @Nullable String link(AuditSubject about, @Nullable String query) {
        if (about.decisionId() != null) {
            return "/decisions/" + about.decisionId() + "?from=log" + parameter("&", query);
        }
        return about.invitationId() == null ? null : "/invitations/" + about.invitationId();
    }

    private static String parameter(String separator, @Nullable String query) {
        return query == null ? "" : separator + "log=" + UriUtils.encode(query, StandardCharsets.UTF_8);
    }

    private static String tone(String outcome) {
        return switch (outcome) {
            case "DONE", "CONFIRMED", "RECOVERED", "IN_EFFECT" -> "ok";
            case "REFUSED", "FAILED", "MISMATCH", "OVERRIDDEN", "SENT_BACK" -> "no";
            case "UNKNOWN" -> "warn";
            default -> "info";
        };
    }

    private static String icon(String tone) {
        return switch (tone) {
            case "ok" -> "check-circle";
            case "no" -> "x-circle";
            case "warn" -> "question-circle";
            default -> "arrow-right-circle";
        };
    }
}
