package io.countersign.invitation;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.time.Instant;

/** A pending invitation has reached a deadline. Published once for each, inside the transaction that keeps count. */
public record InvitationExpiring(Source source, ListedInvitation listed, Deadline deadline, Instant expiresBy) {}
