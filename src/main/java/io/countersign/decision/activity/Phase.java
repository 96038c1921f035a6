package io.countersign.decision.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A period in which an invitation waited for one thing.
 *
 * @param person the assignee of the phase ASSIGNED; null for the others
 * @param open whether it lasts until now
 */
public record Phase(Kind kind, @Nullable String person, Instant from, Instant to, boolean open) {

    /** For what the invitation waited. */
    public enum Kind {
        UNASSIGNED,
        ASSIGNED,
        /** A proposal that ended without an approval, or waits for one. */
        PROPOSED,
        /** A proposal that was approved at the end of the phase. */
        APPROVED,
        HELD,
        SENDING,
        UNCLEAR
    }

    Duration length() {
        return Duration.between(from, to);
    }

    boolean continues(Phase before) {
        return kind == before.kind && Objects.equals(person, before.person) && from.equals(before.to);
    }

    Phase until(Instant end) {
        return new Phase(kind, person, from, end, open);
    }

    Phase as(Kind other) {
        return new Phase(other, person, from, to, open);
    }

    Phase stillOpen() {
        return new Phase(kind, person, from, to, true);
    }
}
