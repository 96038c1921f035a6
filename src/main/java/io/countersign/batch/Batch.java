package io.countersign.batch;

import io.countersign.connection.InvitationAction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bulk decision: one action and one reason of a user for many invitations.
 *
 * @param reason null in a draft
 * @param queue the URL of the queue with the filter of the user
 * @param stoppedBy the user who stopped it, or null
 */
public record Batch(
        long id,
        String person,
        InvitationAction action,
        @Nullable String reason,
        State state,
        String queue,
        Instant madeAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String stoppedBy) {

    public enum State {
        /** Selected and previewed; nothing is decided. */
        DRAFT,
        RUNNING,
        /** A user stopped it before its end. */
        STOPPED,
        DONE
    }

    public boolean draft() {
        return state == State.DRAFT;
    }

    public boolean running() {
        return state == State.RUNNING;
    }
}
