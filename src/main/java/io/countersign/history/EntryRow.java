package io.countersign.history;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table, flat, as the template reads it.
 *
 * @param alarm whether it must stand out from all others
 */
record EntryRow(
        long seq,
        String at,
        String atIso,
        String actor,
        String action,
        String outcome,
        String tone,
        String icon,
        @Nullable String link,
        @Nullable String timeline,
        @Nullable String type,
        @Nullable String name,
        @Nullable String resourceId,
        @Nullable String account,
        @Nullable String region,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String requestId,
        boolean alarm) {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static EntryRow of(Entry entry) {
        Subject about = entry.subject();
        return new EntryRow(
                entry.seq(),
                SECONDS.format(entry.at()),
                entry.at().toString(),
                entry.actor(),
                entry.action(),
                entry.outcome(),
                tone(entry.outcome()),
                icon(tone(entry.outcome())),
                link(about),
                about.decisionId() == null ? null : "/decisions/" + about.decisionId() + "/timeline",
                about.resourceType(),
                about.resourceName(),
                about.resourceId(),
                about.accountId(),
                about.region(),
                entry.reason(),
                entry.message(),
                entry.requestId(),
                EntryAction.BREAK_GLASS.name().equals(entry.action()));
    }

    private static @Nullable String link(Subject about) {
        if (about.decisionId() != null) {
            return "/decisions/" + about.decisionId();
        }
        return about.invitationId() == null ? null : "/invitations/" + about.invitationId();
    }

    private static String tone(String outcome) {
        return switch (outcome) {
            case "DONE", "CONFIRMED", "RECOVERED", "IN_EFFECT" -> "ok";
            case "REFUSED", "FAILED", "MISMATCH", "ALONE", "SENT_BACK" -> "no";
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
