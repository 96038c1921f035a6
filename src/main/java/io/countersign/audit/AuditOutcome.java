package io.countersign.audit;

/** The result of an action. The label of an outcome is the message {@code history.outcome.<name>}. */
public enum AuditOutcome {
    DONE,
    /** Not allowed here; nothing was sent. */
    REFUSED,
    /** The intent is stored. It is sent after the hold, unless a user withdraws it. */
    HELD,
    WITHDRAWN,
    /** The intent is stored; AWS has not answered yet. */
    SENDING,
    CONFIRMED,
    /** Sent, without a clear answer. */
    UNKNOWN,
    FAILED,
    RECOVERED,
    /** A read of AWS confirms the decision. */
    IN_EFFECT,
    /** A read of AWS contradicts the decision. */
    MISMATCH,
    /** AWS lists an invitation for the first time. */
    DISCOVERED,
    /** AWS lists an invitation with other values than before. */
    CHANGED,
    /** AWS no longer lists an invitation that was pending. */
    REMOVED,
    /** AWS lists a removed invitation again. */
    REAPPEARED,
    /** An invitation is about to expire. */
    WARNED,
    /** AWS no longer lists an undecided invitation whose seven days have passed. */
    EXPIRED,
    /** The proposal waits for a second approval. */
    PROPOSED,
    /** The first of two users confirmed a change. */
    ENDORSED,
    /** A second user approved the proposal. */
    COUNTERSIGNED,
    /** A second user denied the proposal. */
    SENT_BACK,
    /** The invitation changed, went away or was decided in another way before the proposal was answered. */
    STALE,
    /** The requirement of a second approval was overridden. */
    OVERRIDDEN
}
