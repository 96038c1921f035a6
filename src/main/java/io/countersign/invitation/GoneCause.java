package io.countersign.invitation;

/** Why AWS no longer lists an invitation that was not decided here. */
public enum GoneCause {
    /** The resource is visible in the recipient's account. */
    ACCEPTED_ELSEWHERE,
    /** Its seven days are over. */
    EXPIRED,
    /** A decision of ours went out whose answer was unclear. */
    DECIDED_HERE,
    /** Withdrawn by its owner or rejected elsewhere: AWS does not tell which. */
    UNKNOWN
}
