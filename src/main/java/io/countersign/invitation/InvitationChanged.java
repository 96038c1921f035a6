package io.countersign.invitation;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;

/** AWS lists a pending invitation with changed values, for example with another permission. */
public record InvitationChanged(Source source, ListedInvitation after) {}
