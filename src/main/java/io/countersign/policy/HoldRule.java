package io.countersign.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Limits the hold of a decision. */
public final class HoldRule {

    /** The time reserved for the check and the call after a hold, before the invitation can expire. */
    public static final Duration MARGIN = Duration.ofMinutes(1);

    private HoldRule() {}

    /**
     * @return the end of the hold; empty if the decision is sent at once, also if the invitation expires too soon for a
     * hold
     */
    public static Optional<Instant> until(Instant now, Duration hold, Instant expiresBy) {
        Instant requested = now.plus(hold);
        Instant latest = expiresBy.minus(MARGIN);
        Instant until = requested.isBefore(latest) ? requested : latest;
        return until.isAfter(now) ? Optional.of(until) : Optional.empty();
    }
}
