package io.countersign.connection;

import org.jspecify.annotations.Nullable;

/** The {@code ShareInvitation} that AWS returns for a decision, member by member; null where AWS gave none. */
public record UpdatedInvitation(
        @Nullable String shareInvitationId,
        @Nullable String shareResourceType,
        @Nullable String workloadId,
        @Nullable String lensAlias,
        @Nullable String lensArn,
        @Nullable String profileArn,
        @Nullable String templateArn) {}
