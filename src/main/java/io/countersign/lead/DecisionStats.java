package io.countersign.lead;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of the confirmed decisions for one value of a property.
 *
 * @param key the value of the property; null if AWS did not provide it
 * @param median the median time from "first seen" to the decision
 * @param ninetieth the 90th percentile of that time
 */
record DecisionStats(@Nullable String key, long accepted, long rejected, Duration median, Duration ninetieth) {

    long all() {
        return accepted + rejected;
    }
}
