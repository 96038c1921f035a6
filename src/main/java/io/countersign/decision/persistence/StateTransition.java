package io.countersign.decision.persistence;

import static io.countersign.decision.DecisionState.CONFIRMED;
import static io.countersign.decision.DecisionState.FAILED;
import static io.countersign.decision.DecisionState.HELD;
import static io.countersign.decision.DecisionState.SENDING;
import static io.countersign.decision.DecisionState.UNKNOWN;
import static io.countersign.decision.DecisionState.WITHDRAWN;

import io.countersign.connection.AwsFailure;
import io.countersign.decision.DecisionState;
import java.util.EnumSet;
import java.util.Set;

/** The permitted state transitions of a decision. The update statements refuse all others. */
public enum StateTransition {
    /** The hold is over, and the check succeeded. */
    RELEASE(EnumSet.of(HELD), SENDING),
    /** The hold is over, and the check failed. */
    STOP(EnumSet.of(HELD), FAILED),
    /** The decider, the proposer or a lead withdrew it. */
    WITHDRAW(EnumSet.of(HELD), WITHDRAWN),
    /** AWS answered with the updated invitation, possibly after the decision was marked as unclear. */
    CONFIRM(EnumSet.of(SENDING, UNKNOWN), CONFIRMED),
    /** AWS refused, or the request was not sent, possibly after the decision was marked as unclear. */
    REFUSE(EnumSet.of(SENDING, UNKNOWN), FAILED),
    /** There was no clear answer. */
    LOSE(EnumSet.of(SENDING), UNKNOWN),
    /** A read of AWS showed that it is in effect. */
    FIND(EnumSet.of(UNKNOWN), CONFIRMED),
    /** A read of AWS showed that it had no effect. */
    MISS(EnumSet.of(UNKNOWN), FAILED);

    private final Set<DecisionState> from;
    private final DecisionState to;

    StateTransition(Set<DecisionState> from, DecisionState to) {
        this.from = from;
        this.to = to;
    }

    /** Some refusals may mean that the invitation was already decided; they do not tell by which request. */
    public static StateTransition ofRefusal(AwsFailure failure) {
        return switch (failure.kind()) {
            case CONFLICT, NOT_FOUND -> LOSE;
            default -> REFUSE;
        };
    }

    public Set<DecisionState> from() {
        return from;
    }

    public DecisionState to() {
        return to;
    }
}
