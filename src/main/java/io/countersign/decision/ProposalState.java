package io.countersign.decision;

/** The state of a proposal. Only OPEN can change, once. */
public enum ProposalState {
    OPEN,
    /** Another user confirmed it, which made a decision. */
    CONFIRMED,
    /** Another user denied it. */
    SENT_BACK,
    /** The proposer withdrew it. */
    WITHDRAWN,
    /** The invitation changed, disappeared, or was decided without it. */
    STALE
}
