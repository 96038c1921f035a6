package io.countersign.batch;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationFingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item of a bulk decision.
 *
 * @param typed the pasted text, or the id of a selected invitation
 * @param invitation null if there is a problem with the typed text
 * @param shown the fingerprint of what the draft showed; null if the invitation is null
 * @param problem why the item cannot be decided, or null
 * @param verdict the name of the verdict that refused it, or null
 * @param failure the kind of the failure of the fresh listing or of the decision, or null
 * @param decision the id of its decision; null if there is none yet
 * @param decided the state of its decision, or null
 * @param heldUntil the end of the hold of its decision; null if it was never held
 */
public record BatchItem(
        int position,
        String typed,
        @Nullable InvitationId invitation,
        @Nullable InvitationFingerprint shown,
        @Nullable Problem problem,
        State state,
        @Nullable String verdict,
        @Nullable String failure,
        @Nullable Long decision,
        @Nullable String decided,
        @Nullable Instant heldUntil) {

    public enum State {
        DRAFT,
        /** Not selected when the bulk decision was started. */
        LEFT,
        WAITING,
        DECIDED,
        REFUSED,
        /** The bulk decision was stopped before this item. */
        STOPPED
    }

    /** A problem of the typed text. */
    public enum Problem {
        /** Not an invitation id. */
        MALFORMED,
        /** The id is already in the list. */
        REPEATED,
        /** No invitation has this id. */
        UNKNOWN,
        /** Outside the visibility scope of the user. */
        FOREIGN
    }

    public static BatchItem of(int position, InvitationId invitation, InvitationFingerprint shown) {
        return new BatchItem(
                position, invitation.value(), invitation, shown, null, State.DRAFT, null, null, null, null, null);
    }

    public static BatchItem problem(int position, String typed, Problem problem) {
        return new BatchItem(position, typed, null, null, problem, State.DRAFT, null, null, null, null, null);
    }

    /** The state of the decision, or of the item if there is no decision. */
    public String outcome() {
        return decided == null ? state.name() : decided;
    }
}
