package io.countersign.policy;

import io.countersign.invitation.InvitationFingerprint;

/**
 * A proposal that somebody confirms.
 *
 * @param by who proposed
 * @param open whether it still waits for an answer, or was confirmed by the very decision that is judged
 * @param entitled whether the one who proposed may still decide the invitation
 * @param shown what they saw
 */
public record PendingProposal(Actor by, boolean open, boolean entitled, InvitationFingerprint shown) {}
