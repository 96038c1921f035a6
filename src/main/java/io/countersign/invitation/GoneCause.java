package io.countersign.invitation;

/** The reason why AWS no longer lists an undecided invitation. */
public enum GoneCause {
    /** The resource is visible in the recipient's account. */
    ACCEPTED_ELSEWHERE,
    /** The seven days are over. */
    EXPIRED,
    /** Countersign sent a decision whose outcome is unclear. */
    DECIDED_HERE,
    /** The owner withdrew it or it was rejected elsewhere; AWS does not distinguish the two. */
    UNKNOWN
}
