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
    /** Somebody's decision waits and may still be withdrawn. */
    HELD,
    /** Somebody's decision is on its way to AWS. */
    BEING_SENT,
    /** An earlier send is unclear, and AWS was not seen to list the invitation since. */
    UNCLEAR,
    /** It is not what the person saw. */
    CHANGED,
    /** AWS could not be asked whether it is still what the person saw. */
    UNREAD,
    /** The hold ended after the last moment at which the invitation can still wait. */
    OVER,
    /** The desk was held up after the decision was stored, for longer than a decision may wait to be sent. */
    LATE,
    /** Somebody else of the team has claimed it, and the claim still holds. */
    CLAIMED,
    /** Its account or Region is no longer connected. */
    NOT_CONNECTED;

    public boolean allowed() {
        return this == ALLOWED;
    }
}
