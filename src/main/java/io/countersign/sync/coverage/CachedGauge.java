package io.countersign.sync.coverage;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer of the database, asked for at most every {@link #KEPT} however often measurements are collected. While there is
 * none, because the database is away, every number of it is NaN, and a collector goes on with the rest.
 */
final class CachedGauge<T> {

    static final Duration KEPT = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(CachedGauge.class);

    private final Supplier<T> question;
    private final LongSupplier nanos;
    private @Nullable T answer;
    private long askedAt;
    private boolean asked;
    private boolean failing;

    /** @param nanos a clock that nobody sets, such as {@code System::nanoTime} */
    CachedGauge(Supplier<T> question, LongSupplier nanos) {
        this.question = question;
        this.nanos = nanos;
    }

    double number(ToDoubleFunction<T> part) {
        T now = now();
        return now == null ? Double.NaN : part.applyAsDouble(now);
    }

    private synchronized @Nullable T now() {
        if (!asked || nanos.getAsLong() - askedAt >= KEPT.toNanos()) {
            answer = ask();
            asked = true;
            // after the answer: a database that makes all wait is not asked again by the next number
            askedAt = nanos.getAsLong();
        }
        return answer;
    }

    private @Nullable T ask() {
        try {
            T fresh = question.get();
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
