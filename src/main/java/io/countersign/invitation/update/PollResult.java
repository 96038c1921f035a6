package io.countersign.invitation.update;

import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import io.countersign.invitation.RemovalReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one poll of a source, over all resource types.
 *
 * @param missing the removal reason of each pending invitation that was not listed; empty unless the poll was complete.
 *     An unlisted invitation without a reason stays pending
 * @param began before the first call was sent; the poll may miss later changes
 * @param previous the last complete poll before this one; null if there was none
 */
public record PollResult(
        Source source,
        List<ListedInvitation> seen,
        Map<InvitationId, RemovalReason> missing,
        Instant began,
        @Nullable Instant previous) {

    public PollResult {
        seen = List.copyOf(seen);
        missing = Map.copyOf(missing);
    }
}
