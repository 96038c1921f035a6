package io.countersign.decision;

/** Where a decision stands. Only SENDING can still move. */
public enum DecisionState {
    /** The intent is committed; AWS was not heard yet. */
    SENDING,
    /** AWS answered with the updated invitation. */
    CONFIRMED,
    /** AWS said no, or nothing was sent: this decision changed nothing. */
    FAILED,
    /** Sent, and no clear answer. */
    UNKNOWN
}
