package io.countersign.invitation;

/** The state of an invitation. */
public enum InvitationState {
    /** AWS lists the invitation. */
    PENDING,
    /** A user accepted it in Countersign. */
    ACCEPTED,
    /** A user rejected it in Countersign. */
    REJECTED,
    /** AWS no longer lists it, and no user decided it in Countersign. */
    GONE
}
