package io.countersign.policy;

/** The verdict on a decision: allowed, or the reason why not. The message key is {@code verdict.<name>}. */
public enum Verdict {
    ALLOWED,
    /** The user has no role that may decide. */
    NOT_A_DECIDER,
    /** Its account or Region belongs to other teams. */
    NOT_YOURS,
    /** It was accepted or rejected here. */
    DECIDED,
    /** AWS no longer lists it. */
    GONE,
    /** It was accepted outside Countersign; a reject would end that access and needs a confirmation. */
    ACCEPTED_ELSEWHERE,
    /** A decision is held, and can still be withdrawn. */
    HELD,
    /** A decision is being sent to AWS. */
    BEING_SENT,
    /** An earlier send is unclear, and no later poll listed the invitation. */
    UNCLEAR,
    /** It differs from what the user saw. */
    CHANGED,
    /** The fresh listing failed, so it is not known whether it matches what the user saw. */
    UNREAD,
    /** The hold ended after the invitation may have expired. */
    OVER,
    /** The application paused too long between storing and sending the decision. */
    LATE,
    /** Another user is its assignee. */
    CLAIMED,
    /** Its account or Region is no longer connected. */
    NOT_CONNECTED,
    /** A second approval is required; this user may propose. */
    SECOND_PERSON,
    /** A second approval is required, and the approver must be a lead. */
    LEAD,
    /** A proposal already waits for an answer. */
    PROPOSED,
    /** The proposal was answered, withdrawn, or superseded. */
    PROPOSAL_OVER,
    /** The invitation has changed since the proposal. */
    PROPOSAL_STALE,
    /** The approver is the proposer, or one of them is a delegate of the other. */
    OWN_PROPOSAL,
    /** The proposer may no longer decide it. */
    PROPOSER_GONE,
    /** A service account cannot propose or approve. */
    MACHINE,
    /** No second approval is required, so a break-glass accept is not available. */
    NO_NEED,
    /** A reauthentication within the last minutes is required. */
    NOT_FRESH;

    public boolean allowed() {
        return this == ALLOWED;
    }

    /** Returns whether the decision is allowed with a second approval. */
    public boolean needsAnother() {
        return this == SECOND_PERSON || this == LEAD;
    }
}
