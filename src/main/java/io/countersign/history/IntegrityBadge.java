package io.countersign.history;

import io.countersign.audit.verification.VerificationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of the last verification in one line.
 *
 * @param word the last part of the message key
 * @param seq the last verified entry, or the first wrong one
 * @param total the last entry of the log
 * @param covered the last verified entry that a checkpoint covers; 0 if there is none
 * @param at when the verification ended; null without a result that says what it covers
 */
public record IntegrityBadge(
        String word,
        String tone,
        String icon,
        long seq,
        long total,
        long covered,
        @Nullable Instant at) {

    public static IntegrityBadge of(VerificationState state) {
        if (state.kind() != null) {
            return new IntegrityBadge(
                    "broken",
                    "no",
                    "shield-exclamation",
                    state.badSeq() == null ? 0 : state.badSeq(),
                    state.head(),
                    0,
                    null);
        }
        if (state.failure() != null) {
            return new IntegrityBadge("failed", "no", "shield-exclamation", 0, state.head(), 0, null);
        }
        if (state.endedAt() == null) {
            return new IntegrityBadge("none", "info", "shield", 0, state.head(), 0, null);
        }
        Long covered = state.checkpointSeq();
        if (covered == null) {
            return new IntegrityBadge("alone", "warn", "shield", state.verifiedSeq(), state.head(), 0, state.endedAt());
        }
        IntegrityBadge verified = new IntegrityBadge(
                "verified", "ok", "shield-check", state.verifiedSeq(), state.head(), covered, state.endedAt());
        return covered * 2 < state.head() ? verified.neutral() : verified;
    }

    /** Returns the badge without the color that says that all is well, because it says so about too few entries. */
    IntegrityBadge neutral() {
        return new IntegrityBadge(word, "info", "shield", seq, total, covered, at);
    }

    /** Entries that the verification did not read, because they are newer. */
    public long newer() {
        return Math.max(0, total - seq);
    }
}
