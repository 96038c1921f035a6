package io.countersign.audit;

/** The result of an action. The label of an outcome is the message {@code history.outcome.<name>}. */
public enum AuditOutcome {
    DONE,
    /** Not allowed here; nothing was sent. */
    REFUSED,
    /** The intent is stored. It is sent after the hold, unless a person withdraws it. */
    HELD,
    WITHDRAWN,
    /** The intent is stored; AWS has not answered yet. */
    SENDING,
    CONFIRMED,
    /** Sent, without a clear answer. */
    UNKNOWN,
    FAILED,
    RECOVERED,
    /** AWS was read and shows what was decided. */
    IN_EFFECT,
    /** AWS was read and shows the opposite of what was decided. */
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
    /** AWS no longer lists an undecided invitation whose seven days are over. */
    EXPIRED,
    /** The proposal waits for a second approval. */
    PROPOSED,
    /** A second person approved the proposal. */
    COUNTERSIGNED,
    /** A second person denied the proposal. */
    SENT_BACK,
    /** The invitation changed, went away or was decided in another way before the proposal was answered. */
    STALE,
    /** The requirement of a second approval was overridden. */
    OVERRIDDEN
}
