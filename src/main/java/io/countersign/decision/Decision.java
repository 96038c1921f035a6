package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.Failure;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import io.countersign.connection.UpdatedInvitation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One accept or reject by one person, with its reason and what came of it.
 *
 * @param reviewed the invitation as it stood when the person decided
 * @param answeredAt when the outcome was known; null while SENDING
 * @param returned the invitation as AWS returned it; present only when CONFIRMED
 * @param requestId AWS's id of the call, where AWS gave one
 * @param failure why it is FAILED or UNKNOWN; null otherwise
 */
public record Decision(
        long id,
        Source source,
        ListedInvitation reviewed,
        Action action,
        String reason,
        String person,
        Instant decidedAt,
        DecisionState state,
        @Nullable Instant answeredAt,
        @Nullable UpdatedInvitation returned,
        @Nullable String requestId,
        @Nullable Failure failure) {}
