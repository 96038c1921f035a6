package io.countersign.decision;

/** Where a decision stands. {@link StateTransition} says where it can go from there. */
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
    WITHDRAWN
}
