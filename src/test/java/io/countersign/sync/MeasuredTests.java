package io.countersign.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeasuredTests {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // such a clock may run over
    private boolean away;

    private final Measured<Integer> measured = new Measured<>(this::answer, nanos::get);

    @Test
    void asksOnceForManyNumbersAndAgainWhenItIsOld() {
        assertThat(measured.number(n -> n)).isEqualTo(1);
        assertThat(measured.number(n -> n * 10)).isEqualTo(10);
        nanos.addAndGet(Measured.KEPT.toNanos() - 1);
        assertThat(measured.number(n -> n)).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(measured.number(n -> n)).isEqualTo(2);
    }

    @Test
    void isNotANumberWhileTheDatabaseIsAwayAndComesBack() {
        away = true;
        assertThat(measured.number(n -> n)).isNaN();
        assertThat(measured.number(n -> n)).isNaN();
        assertThat(asked).hasValue(1);
        away = false;
        nanos.addAndGet(Measured.KEPT.toNanos());
        assertThat(measured.number(n -> n)).isEqualTo(2);
        away = true;
        nanos.addAndGet(Measured.KEPT.toNanos());
        assertThat(measured.number(n -> n))
                .as("nothing old is told as if it were new")
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
