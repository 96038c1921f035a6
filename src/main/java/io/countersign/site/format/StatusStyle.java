package io.countersign.site.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The icon and color of a code; neutral for unknown codes. */
record StatusStyle(String icon, String tone) {

    private static final StatusStyle UNKNOWN = new StatusStyle("bi-question-circle", "");

    private static final Map<String, StatusStyle> SIGNS = Map.ofEntries(
            Map.entry("WORKLOAD", new StatusStyle("bi-boxes", "")),
            Map.entry("LENS", new StatusStyle("bi-layers", "")),
            Map.entry("PROFILE", new StatusStyle("bi-person-vcard", "")),
            Map.entry("TEMPLATE", new StatusStyle("bi-file-earmark-text", "")),
            Map.entry("READONLY", new StatusStyle("bi-eye", "")),
            Map.entry("CONTRIBUTOR", new StatusStyle("bi-pencil", "tag-warn")),
            Map.entry("TRUSTED", new StatusStyle("bi-shield-check", "tag-ok")),
            Map.entry("BLOCKED", new StatusStyle("bi-ban", "tag-no")),
            Map.entry("PENDING", new StatusStyle("bi-hourglass-split", "tag-info")),
            Map.entry("ACCEPTED", new StatusStyle("bi-check-circle", "tag-ok")),
            Map.entry("REJECTED", new StatusStyle("bi-x-circle", "")),
            Map.entry("GONE", new StatusStyle("bi-dash-circle", "")),
            Map.entry("WAITING", new StatusStyle("bi-hourglass-split", "")),
            Map.entry("DECIDED", new StatusStyle("bi-arrow-up-circle", "tag-info")),
            Map.entry("STOPPED", new StatusStyle("bi-stop-circle", "")),
            Map.entry("HELD", new StatusStyle("bi-pause-circle", "tag-info")),
            Map.entry("SENDING", new StatusStyle("bi-arrow-up-circle", "tag-info")),
            Map.entry("CONFIRMED", new StatusStyle("bi-check-circle", "tag-ok")),
            Map.entry("FAILED", new StatusStyle("bi-x-circle", "tag-no")),
            Map.entry("REFUSED", new StatusStyle("bi-slash-circle", "tag-no")),
            Map.entry("OVERTAKEN", new StatusStyle("bi-slash-circle", "")),
            Map.entry("UNKNOWN", new StatusStyle("bi-question-circle", "tag-warn")),
            Map.entry("UNCLEAR", new StatusStyle("bi-question-circle", "tag-warn")),
            Map.entry("UNREAD", new StatusStyle("bi-eye-slash", "tag-warn")),
            Map.entry("WITHDRAWN", new StatusStyle("bi-arrow-counterclockwise", "")),
            Map.entry("ACCEPT", new StatusStyle("bi-check-lg", "")),
            Map.entry("REJECT", new StatusStyle("bi-x-lg", "")));

    private static final Map<String, String> BANNERS =
            Map.of("ok", "bi-check-circle-fill", "no", "bi-x-circle-fill", "warn", "bi-exclamation-triangle-fill");

    static StatusStyle of(@Nullable Object code) {
        return code == null ? UNKNOWN : SIGNS.getOrDefault(code.toString(), UNKNOWN);
    }

    static String ofBanner(@Nullable String kind) {
        return kind == null ? "bi-info-circle-fill" : BANNERS.getOrDefault(kind, "bi-info-circle-fill");
    }
}
