package io.countersign.policy;

import io.countersign.invitation.InvitationFingerprint;

/**
 * A proposal that a decision confirms.
 *
 * @param by the proposer
 * @param open whether it waits for an answer, or was confirmed by the decision that is judged
 * @param entitled whether the proposer may still decide the invitation
 * @param shown the fingerprint of what the proposer saw
 */
public record PendingProposal(Actor by, boolean open, boolean entitled, InvitationFingerprint shown) {}
