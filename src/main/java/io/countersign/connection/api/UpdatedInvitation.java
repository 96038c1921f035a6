package io.countersign.connection.api;

import io.countersign.connection.ListedInvitation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code ShareInvitation} that AWS returns for a decision; members that AWS omits are null. */
public record UpdatedInvitation(
        @Nullable String shareInvitationId,
        @Nullable String shareResourceType,
        @Nullable String workloadId,
        @Nullable String lensAlias,
        @Nullable String lensArn,
        @Nullable String profileArn,
        @Nullable String templateArn) {

    /** Returns whether the resource, if the response names one, is the resource of the given invitation. */
    public boolean isAbout(ListedInvitation sent) {
        List<String> named = Stream.of(workloadId, lensArn, profileArn, templateArn)
                .filter(Objects::nonNull)
                .toList();
        return named.isEmpty() || sent.resourceId() == null || named.contains(sent.resourceId());
    }
}
