package io.countersign.invitation;

/** A complete poll no longer lists an invitation that was pending. */
public record InvitationRemoved(Invitation invitation) {}
