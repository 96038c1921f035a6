package io.countersign.decision.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When AWS is read again for a decision: soon at first, then ever later, then no more. */
enum ReadBackBackoff {
    /** A confirmed effect is looked for during some four minutes. */
    READ_BACK(8),
    /** An unclear decision is looked after during some ten hours. */
    RECONCILE(20);

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final int most;

    ReadBackBackoff(int most) {
        this.most = most;
    }

    /** @param tries how often AWS was read before, not counting the read that is just over */
    Optional<Instant> after(int tries, Instant now) {
        if (tries + 1 >= most) {
            return Optional.empty();
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(tries, 20));
        return Optional.of(now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
    }
}
