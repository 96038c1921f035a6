package io.countersign.sync.coverage;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A query result that is cached for {@link #KEPT}, so that frequent scrapes do not load the database. While the
 * database is unavailable, every number is NaN, and a scrape still returns the other metrics.
 */
final class CachedGauge<T> {

    static final Duration KEPT = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(CachedGauge.class);

    private final Supplier<T> query;
    private final LongSupplier nanos;
    private @Nullable T answer;
    private long queriedAt;
    private boolean queried;
    private boolean failing;

    /** @param nanos a monotonic clock, such as {@code System::nanoTime} */
    CachedGauge(Supplier<T> query, LongSupplier nanos) {
        this.query = query;
        this.nanos = nanos;
    }

    double number(ToDoubleFunction<T> part) {
        T current = current();
        return current == null ? Double.NaN : part.applyAsDouble(current);
    }

    private synchronized @Nullable T current() {
        if (!queried || nanos.getAsLong() - queriedAt >= KEPT.toNanos()) {
            answer = runQuery();
            queried = true;
            // after the answer, so that a slow database is not queried again for the next number
            queriedAt = nanos.getAsLong();
        }
        return answer;
    }

    private @Nullable T runQuery() {
        try {
            T fresh = query.get();
            failing = false;
            return fresh;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("the database could not be queried for metrics", e);
            }
            failing = true;
            return null;
        }
    }
}
