package io.countersign.invitation;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;

/** AWS lists an invitation that was never seen before. */
public record InvitationSeen(Source source, ListedInvitation listed) {}
