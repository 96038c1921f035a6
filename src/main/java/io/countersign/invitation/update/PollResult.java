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
 * What one read of a source saw, over all resource types, and what it may conclude.
 *
 * @param missing what is concluded for each pending invitation that was not seen; empty unless the read was complete.
 *     An invitation that is missing and not in it stays as it is
 * @param began before the first call went out; what happened later may not be in the reading
 * @param previous the last complete read before this one; null if there was none
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
