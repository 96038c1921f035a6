package io.countersign.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a decision may wait before it is sent. */
public final class HoldRule {

    /** What the check and the call after a hold may take, so that they are over before the invitation can be. */
    public static final Duration MARGIN = Duration.ofMinutes(1);

    private HoldRule() {}

    /** @return until when it is held; empty where it is sent at once, also where the invitation leaves no time to hold it */
    public static Optional<Instant> until(Instant now, Duration hold, Instant expiresBy) {
        Instant wanted = now.plus(hold);
        Instant latest = expiresBy.minus(MARGIN);
        Instant until = wanted.isBefore(latest) ? wanted : latest;
        return until.isAfter(now) ? Optional.of(until) : Optional.empty();
    }
}
