package io.countersign.batch;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationFingerprint;
import org.jspecify.annotations.Nullable;

/**
 * A place in a batch.
 *
 * @param typed what was pasted; the id where it was selected
 * @param invitation null where there is a problem with what was typed
 * @param shown what the draft showed of it; null with the invitation
 * @param problem why nothing can be decided about it
 * @param verdict name of the reason why it was refused; null where it was not
 * @param failure kind of the failure to list AWS again, or to decide; null where there is none
 * @param decision the decision that was made; null where none was, so far
 * @param decided the state of that decision
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
        @Nullable String decided) {

    public enum State {
        DRAFT,
        /** Not chosen when the batch was started. */
        LEFT,
        WAITING,
        DECIDED,
        REFUSED,
        /** The batch was stopped before it came to it. */
        STOPPED
    }

    /** What may be wrong with what was typed. */
    public enum Problem {
        /** It is no invitation id. */
        MALFORMED,
        /** It stands in the list before. */
        REPEATED,
        /** No such invitation was ever seen. */
        UNKNOWN,
        /** Other teams look after it. */
        FOREIGN
    }

    public static BatchItem of(int position, InvitationId invitation, InvitationFingerprint shown) {
        return new BatchItem(
                position, invitation.value(), invitation, shown, null, State.DRAFT, null, null, null, null);
    }

    public static BatchItem problem(int position, String typed, Problem problem) {
        return new BatchItem(position, typed, null, null, problem, State.DRAFT, null, null, null, null);
    }

    /** How it came out, in a word: the decision's state where one was made, else its own. */
    public String outcome() {
        return decided == null ? state.name() : decided;
    }
}
