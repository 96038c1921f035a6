package io.countersign.invitation;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one read of a source saw, over all resource types.
 *
 * @param complete whether every page of every type was read: only then may something be concluded from what is missing
 * @param began before the first call went out; what happened later may not be in the reading
 * @param previous the last complete read before this one; null if there was none
 */
public record Reading(
        Source source,
        List<ListedInvitation> seen,
        boolean complete,
        Instant began,
        @Nullable Instant previous) {

    public Reading {
        seen = List.copyOf(seen);
    }
}
