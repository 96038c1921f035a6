package io.countersign.connection;

/** The door to AWS: the two operations of a recipient. Neither method throws for anything that AWS or the network does. */
public interface ShareInvitations {

    /** Reads all pages of one type in one source. */
    ListOutcome list(Source source, ResourceType type);

    /** Accepts or rejects, in the name of a person where a role is assumed. Sent at most once: never retried, whatever happens. */
    UpdateOutcome update(
            Source source, InvitationId id, InvitationAction invitationAction, DecisionSessionName decisionSessionName);
}
