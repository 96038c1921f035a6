package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.Fingerprint;

/**
 * The wish of a person to accept or reject an invitation.
 *
 * @param shown what the person saw
 * @param bulk whether it is one of many that were decided in one go
 */
record Decide(InvitationId invitation, Action action, Reason reason, String person, Fingerprint shown, boolean bulk) {}
