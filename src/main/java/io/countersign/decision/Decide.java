package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.InvitationId;

/** The wish of a person to accept or reject an invitation. */
record Decide(InvitationId invitation, Action action, Reason reason, String person) {}
