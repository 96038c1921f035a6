package io.countersign.history;

import io.countersign.audit.verification.VerificationState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of the last verification in one word.
 *
 * @param word the last part of the message key
 * @param seq the last verified entry, or the first wrong one
 * @param checkpoint when the newest checkpoint was signed, in UTC
 */
public record IntegrityBadge(
        String word,
        String tone,
        String icon,
        long seq,
        @Nullable String checkpoint) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static IntegrityBadge of(VerificationState state) {
        if (state.kind() != null) {
            return new IntegrityBadge(
                    "broken", "no", "shield-exclamation", state.badSeq() == null ? 0 : state.badSeq(), null);
        }
        if (state.failure() != null) {
            return new IntegrityBadge("failed", "no", "shield-exclamation", 0, null);
        }
        if (state.endedAt() == null) {
            return new IntegrityBadge("none", "info", "shield", 0, null);
        }
        String checkpoint = checkpoint(state.checkpointAt(), state.endedAt());
        return checkpoint == null
                ? new IntegrityBadge("alone", "warn", "shield", state.verifiedSeq(), null)
                : new IntegrityBadge("verified", "ok", "shield-check", state.verifiedSeq(), checkpoint);
    }

    /** Includes the day if it differs from the day of the verification. */
    private static @Nullable String checkpoint(@Nullable Instant at, Instant endedAt) {
        if (at == null) {
            return null;
        }
        String text = MINUTES.format(at);
        return text.startsWith(MINUTES.format(endedAt).substring(0, 10)) ? text.substring(11) : text;
    }
}
