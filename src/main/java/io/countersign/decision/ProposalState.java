package io.countersign.decision;

/** Where a proposal stands. Only one that is OPEN moves, and once. People read {@code proposal.state.<name>}. */
public enum ProposalState {
    OPEN,
    /** Another person confirmed it, which made a decision. */
    CONFIRMED,
    /** Another person denied it. */
    SENT_BACK,
    /** Whoever proposed took it back. */
    WITHDRAWN,
    /** The invitation changed, went away, or was decided in another way. */
    STALE
}
