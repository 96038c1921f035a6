package io.countersign.sync.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The poll state of a source. Only {@link #READ} counts as up to date. */
public enum SourceState {
    /** The last poll was complete and is recent. */
    READ,
    /** The last poll was complete but is not recent. */
    OLD,
    /** The last poll failed, even if an earlier one was complete and is recent. */
    FAILING,
    NEVER;

    /** @param readAt the last complete poll; null for none */
    public static SourceState of(boolean failing, @Nullable Instant readAt, Duration recent, Instant now) {
        if (failing) {
            return FAILING;
        }
        if (readAt == null) {
            return NEVER;
        }
        return readAt.plus(recent).isBefore(now) ? OLD : READ;
    }
}
