package io.countersign.decision.persistence;

import static io.countersign.decision.DecisionState.CONFIRMED;
import static io.countersign.decision.DecisionState.FAILED;
import static io.countersign.decision.DecisionState.HELD;
import static io.countersign.decision.DecisionState.SENDING;
import static io.countersign.decision.DecisionState.UNKNOWN;
import static io.countersign.decision.DecisionState.WITHDRAWN;

import io.countersign.decision.DecisionState;
import java.util.EnumSet;
import java.util.Set;

/** Every way in which a decision can move. What is not listed is refused by the statement that stores it. */
public enum StateTransition {
    /** The hold is over, and everything is as it was. */
    RELEASE(EnumSet.of(HELD), SENDING),
    /** The hold is over, and something is not as it was. */
    STOP(EnumSet.of(HELD), FAILED),
    /** The decider or a lead took it back. */
    WITHDRAW(EnumSet.of(HELD), WITHDRAWN),
    /** AWS answered with the updated invitation, perhaps after it was given up. */
    CONFIRM(EnumSet.of(SENDING, UNKNOWN), CONFIRMED),
    /** AWS said no, or the request never left, perhaps after it was given up. */
    REFUSE(EnumSet.of(SENDING, UNKNOWN), FAILED),
    /** No clear answer came. */
    LOSE(EnumSet.of(SENDING), UNKNOWN),
    /** A read of AWS showed it in effect. */
    FIND(EnumSet.of(UNKNOWN), CONFIRMED),
    /** A read of AWS showed it without effect. */
    MISS(EnumSet.of(UNKNOWN), FAILED);

    private final Set<DecisionState> from;
    private final DecisionState to;

    StateTransition(Set<DecisionState> from, DecisionState to) {
        this.from = from;
        this.to = to;
    }

    public Set<DecisionState> from() {
        return from;
    }

    public DecisionState to() {
        return to;
    }

    public boolean allowedFrom(DecisionState state) {
        return from.contains(state);
    }
}
