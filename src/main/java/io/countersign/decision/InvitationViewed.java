package io.countersign.decision;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;

/** Somebody opened the page on which an invitation is decided, and was shown this. */
public record InvitationViewed(Source source, ListedInvitation shown, String person) {}
