package io.countersign.decision.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The delays between the reads of AWS for a decision; they double up to a limit, and end after a number of reads. */
enum ReadBackBackoff {
    /** Checks a confirmed decision for about four minutes. */
    READ_BACK(8),
    /** Checks an unclear decision for about ten hours. */
    RECONCILE(20);

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final int maxReads;

    ReadBackBackoff(int maxReads) {
        this.maxReads = maxReads;
    }

    /** @param tries the number of reads before the one that has just ended */
    Optional<Instant> after(int tries, Instant now) {
        if (tries + 1 >= maxReads) {
            return Optional.empty();
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(tries, 20));
        return Optional.of(now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
    }
}
