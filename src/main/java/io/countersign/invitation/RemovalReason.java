package io.countersign.invitation;

/**
 * What a complete read concludes from the absence of an invitation.
 *
 * @param evidence what was seen, in plain words, at most 500 characters
 */
public record RemovalReason(GoneCause cause, RemovalConfidence confidence, String evidence) {}
