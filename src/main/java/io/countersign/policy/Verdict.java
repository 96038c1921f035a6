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
    NOT_CONNECTED,
    /** It takes two people: this one may propose. */
    SECOND_PERSON,
    /** It takes two people, and the one who confirms must be a lead. */
    LEAD,
    /** Somebody's proposal waits for an answer already. */
    PROPOSED,
    /** The proposal was answered, withdrawn, or overtaken. */
    PROPOSAL_OVER,
    /** The invitation is not what was proposed. */
    PROPOSAL_STALE,
    /** One person stands behind the proposal and the answer. */
    OWN_PROPOSAL,
    /** Whoever proposed may no longer decide it. */
    PROPOSER_GONE,
    /** A program is no second person. */
    MACHINE,
    /** One person is enough, so that nobody has to be passed over. */
    NO_NEED,
    /** It takes a password or factor that was given within the last minutes. */
    NOT_FRESH;

    public boolean allowed() {
        return this == ALLOWED;
    }

    /** Whether this person may, with another one. */
    public boolean needsAnother() {
        return this == SECOND_PERSON || this == LEAD;
    }
}
