package io.countersign.invitation;

import java.util.Locale;

/**
 * The reason why a complete poll no longer lists an invitation.
 *
 * @param evidence the observations behind the conclusion, in plain words, at most 500 characters
 */
public record RemovalReason(GoneCause cause, RemovalConfidence confidence, String evidence) {

    /** Returns cause, confidence and evidence in plain words, for the audit log. */
    String text() {
        return cause.text() + " (" + confidence.name().toLowerCase(Locale.ROOT) + "): " + evidence;
    }

    /** Returns whether it was accepted outside Countersign, so that the recipient has access. */
    public boolean acceptedElsewhere() {
        return cause == GoneCause.ACCEPTED_ELSEWHERE;
    }
}
