package io.countersign.invitation;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;

/** AWS lists a pending invitation with other words than before: its owner may have changed the permission. */
public record InvitationChanged(Source source, ListedInvitation before, ListedInvitation after) {}
