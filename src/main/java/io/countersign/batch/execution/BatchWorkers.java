package io.countersign.batch.execution;

import io.countersign.batch.BatchProperties;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Limits the concurrent decisions of all bulk decisions. No decision starts during shutdown. */
@Component
class BatchWorkers implements DisposableBean {

    private static final long SHUTDOWN_SECONDS = 8;

    private final ExecutorService threads;
    private volatile boolean closing;

    BatchWorkers(BatchProperties properties) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                properties.atOnce(), work -> new Thread(work, "batch-" + number.incrementAndGet()));
    }

    /** Waits until all tasks are done; the result is empty if the wait is interrupted. */
    <T> List<Future<T>> runAll(List<Callable<T>> tasks) {
        try {
            return threads.invokeAll(tasks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    boolean closing() {
        return closing;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }
}
