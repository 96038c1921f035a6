package io.countersign.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepsTests {

    private static final int PARALLEL = 3;

    private final List<Source> polled = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Semaphore started = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final Sweeps sweeps = new Sweeps(
            () -> connections(8),
            this::poll,
            new SyncProperties(Duration.ofMinutes(1), PARALLEL, Duration.ofMinutes(5)));

    @AfterEach
    void stop() {
        sweeps.destroy();
    }

    @Test
    void readsEverySourceOnceAndNeverMoreThanTheBoundAtOnce() throws Exception {
        mayEnd.release(8);
        sweeps.request().get(10, TimeUnit.SECONDS);

        assertThat(polled).hasSize(8).doesNotHaveDuplicates();
        assertThat(mostAtOnce.get()).isLessThanOrEqualTo(PARALLEL);
    }

    @Test
    void thoseWhoAskDuringASweepShareTheNextOne() throws Exception {
        CompletableFuture<Void> first = sweeps.request();
        started.acquire();
        CompletableFuture<Void> second = sweeps.request();
        CompletableFuture<Void> third = sweeps.request();
        assertThat(second).isSameAs(third).isNotSameAs(first);

        mayEnd.release(100);
        second.get(10, TimeUnit.SECONDS);
        assertThat(polled).hasSize(16);
    }

    @Test
    void aSourceThatCannotBeStoredDoesNotStopTheOthers() throws Exception {
        Sweeps broken = new Sweeps(
                () -> connections(4),
                source -> {
                    polled.add(source);
                    throw new IllegalStateException("no database");
                },
                new SyncProperties(Duration.ofMinutes(1), PARALLEL, Duration.ofMinutes(5)));
        try {
            broken.request().get(10, TimeUnit.SECONDS);
            broken.request().get(10, TimeUnit.SECONDS);
            assertThat(polled).hasSize(8);
        } finally {
            broken.destroy();
        }
    }

    private void poll(Source source) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        polled.add(source);
        started.release();
        mayEnd.acquireUninterruptibly();
        atOnce.decrementAndGet();
    }

    private static List<Connection> connections(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Connection(
                        new AccountId("%012d".formatted(i)),
                        "n",
                        "aws",
                        null,
                        null,
                        null,
                        List.of(new Region("eu-west-1"))))
                .toList();
    }
}
