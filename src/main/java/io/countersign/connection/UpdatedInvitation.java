package io.countersign.connection;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code ShareInvitation} that AWS returns for a decision, member by member; null where AWS gave none. */
public record UpdatedInvitation(
        @Nullable String shareInvitationId,
        @Nullable String shareResourceType,
        @Nullable String workloadId,
        @Nullable String lensAlias,
        @Nullable String lensArn,
        @Nullable String profileArn,
        @Nullable String templateArn) {

    /** Whether what it says of the resource, if it says anything, is said of that one. */
    public boolean isAbout(ListedInvitation sent) {
        List<String> named = Stream.of(workloadId, lensArn, profileArn, templateArn)
                .filter(Objects::nonNull)
                .toList();
        return named.isEmpty() || sent.resourceId() == null || named.contains(sent.resourceId());
    }
}
