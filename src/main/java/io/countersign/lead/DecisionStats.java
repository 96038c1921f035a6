package io.countersign.lead;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decisions that AWS confirmed, counted by something they share.
 *
 * @param key what they share; null where AWS did not give it
 * @param median from the first sighting to the decision: half of them took at most so long
 * @param ninetieth nine in ten took at most so long
 */
record DecisionStats(@Nullable String key, long accepted, long rejected, Duration median, Duration ninetieth) {

    long all() {
        return accepted + rejected;
    }
}
