package io.countersign.batch;

import io.countersign.connection.InvitationAction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a person for many invitations.
 *
 * @param reason null as long as it is a draft
 * @param queue the address of the queue it came from
 * @param stoppedBy who stopped it; null where nobody did
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
        /** Chosen and looked at; nothing is decided. */
        DRAFT,
        RUNNING,
        /** Somebody stopped it before its end. */
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
