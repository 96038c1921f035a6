package io.countersign.site;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The icon and the colour that go with a word; both empty of meaning for a word we do not know. */
record Sign(String icon, String tone) {

    private static final Sign UNKNOWN = new Sign("bi-question-circle", "");

    private static final Map<String, Sign> SIGNS = Map.ofEntries(
            Map.entry("WORKLOAD", new Sign("bi-boxes", "")),
            Map.entry("LENS", new Sign("bi-layers", "")),
            Map.entry("PROFILE", new Sign("bi-person-vcard", "")),
            Map.entry("TEMPLATE", new Sign("bi-file-earmark-text", "")),
            Map.entry("READONLY", new Sign("bi-eye", "")),
            Map.entry("CONTRIBUTOR", new Sign("bi-pencil", "tag-warn")),
            Map.entry("TRUSTED", new Sign("bi-shield-check", "tag-ok")),
            Map.entry("BLOCKED", new Sign("bi-ban", "tag-no")),
            Map.entry("PENDING", new Sign("bi-hourglass-split", "tag-info")),
            Map.entry("ACCEPTED", new Sign("bi-check-circle", "tag-ok")),
            Map.entry("REJECTED", new Sign("bi-x-circle", "")),
            Map.entry("GONE", new Sign("bi-dash-circle", "")),
            Map.entry("WAITING", new Sign("bi-hourglass-split", "")),
            Map.entry("DECIDED", new Sign("bi-arrow-up-circle", "tag-info")),
            Map.entry("STOPPED", new Sign("bi-stop-circle", "")),
            Map.entry("HELD", new Sign("bi-pause-circle", "tag-info")),
            Map.entry("SENDING", new Sign("bi-arrow-up-circle", "tag-info")),
            Map.entry("CONFIRMED", new Sign("bi-check-circle", "tag-ok")),
            Map.entry("FAILED", new Sign("bi-x-circle", "tag-no")),
            Map.entry("REFUSED", new Sign("bi-slash-circle", "tag-no")),
            Map.entry("UNKNOWN", new Sign("bi-question-circle", "tag-warn")),
            Map.entry("UNCLEAR", new Sign("bi-question-circle", "tag-warn")),
            Map.entry("UNREAD", new Sign("bi-eye-slash", "tag-warn")),
            Map.entry("WITHDRAWN", new Sign("bi-arrow-counterclockwise", "")),
            Map.entry("ACCEPT", new Sign("bi-check-lg", "")),
            Map.entry("REJECT", new Sign("bi-x-lg", "")));

    private static final Map<String, String> BANNERS =
            Map.of("ok", "bi-check-circle-fill", "no", "bi-x-circle-fill", "warn", "bi-exclamation-triangle-fill");

    static Sign of(@Nullable Object code) {
        return code == null ? UNKNOWN : SIGNS.getOrDefault(code.toString(), UNKNOWN);
    }

    static String ofBanner(@Nullable String kind) {
        return kind == null ? "bi-info-circle-fill" : BANNERS.getOrDefault(kind, "bi-info-circle-fill");
    }
}
