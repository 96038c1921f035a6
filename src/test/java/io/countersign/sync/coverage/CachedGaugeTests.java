package io.countersign.sync.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedGaugeTests {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow
    private boolean away;

    private final CachedGauge<Integer> cachedGauge = new CachedGauge<>(this::answer, nanos::get);

    @Test
    void queriesOnceForManyNumbersAndAgainWhenTheResultIsOld() {
        assertThat(cachedGauge.number(n -> n)).isEqualTo(1);
        assertThat(cachedGauge.number(n -> n * 10)).isEqualTo(10);
        nanos.addAndGet(CachedGauge.KEPT.toNanos() - 1);
        assertThat(cachedGauge.number(n -> n)).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(cachedGauge.number(n -> n)).isEqualTo(2);
    }

    @Test
    void isNotANumberWhileTheDatabaseIsUnavailable() {
        away = true;
        assertThat(cachedGauge.number(n -> n)).isNaN();
        assertThat(cachedGauge.number(n -> n)).isNaN();
        assertThat(asked).hasValue(1);
        away = false;
        nanos.addAndGet(CachedGauge.KEPT.toNanos());
        assertThat(cachedGauge.number(n -> n)).isEqualTo(2);
        away = true;
        nanos.addAndGet(CachedGauge.KEPT.toNanos());
        assertThat(cachedGauge.number(n -> n))
                .as("an old value is not reported as new")
                .isNaN();
    }

    private int answer() {
        asked.incrementAndGet();
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return asked.get();
    }
}
