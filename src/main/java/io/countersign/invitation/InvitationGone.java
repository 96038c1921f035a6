package io.countersign.invitation;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;

/** A complete read no longer lists an invitation that was pending. */
public record InvitationGone(Source source, ListedInvitation last, Conclusion conclusion) {}
