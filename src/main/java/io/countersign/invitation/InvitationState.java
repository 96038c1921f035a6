package io.countersign.invitation;

/** What became of an invitation, as far as Countersign knows. */
public enum InvitationState {
    /** AWS lists it. */
    PENDING,
    /** Accepted here. */
    ACCEPTED,
    /** Rejected here. */
    REJECTED,
    /** No longer listed, and not decided here. */
    GONE
}
