package io.countersign.decision;

import java.time.Duration;

/** Where a decision stands. {@code StateTransition} says which states can follow. */
public enum DecisionState {
    /** The intent is committed; it is sent later, and may be withdrawn until then. */
    HELD,
    /** The intent is committed; AWS was not heard yet. */
    SENDING,
    /** AWS answered with the updated invitation, or what was decided was seen to be in effect. */
    CONFIRMED,
    /** AWS said no, nothing was sent, or AWS was seen to be as before: this decision changed nothing. */
    FAILED,
    /** Sent, and no clear answer. */
    UNKNOWN,
    /** Taken back before it was sent. */
    WITHDRAWN;

    /** A call to AWS never lasts that long, so that a decision still SENDING afterwards has lost its answer. */
    public static final Duration SEND_TIMEOUT = Duration.ofMinutes(1);
}
