package io.countersign.policy;

/** Whether somebody may decide an invitation now, and if not, why. People read {@code verdict.<name>}. */
public enum Verdict {
    ALLOWED,
    /** The person has no role that decides. */
    NOT_A_DECIDER,
    /** Other teams look after its account or Region. */
    NOT_YOURS,
    /** It was accepted or rejected here. */
    DECIDED,
    /** AWS does not list it any more. */
    GONE,
    /** Somebody's decision is on its way to AWS. */
    BEING_SENT,
    /** An earlier send is unclear, and AWS was not seen to list the invitation since. */
    UNCLEAR,
    /** Somebody else of the team has claimed it, and the claim still holds. */
    CLAIMED,
    /** Its account or Region is no longer connected. */
    NOT_CONNECTED;

    public boolean allowed() {
        return this == ALLOWED;
    }
}
