package io.countersign.invitation;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;

/** An invitation that was no longer pending is listed again. */
public record InvitationBack(Source source, ListedInvitation listed) {}
