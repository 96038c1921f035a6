package io.countersign.simulator.fault;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Delays work without blocking a thread, so that thousands of calls can hang at the same time. */
public final class DelayScheduler implements AutoCloseable {

    private final Executor workers;
    private final ScheduledThreadPoolExecutor timer;

    /** @param workers run the work after the delay */
    public DelayScheduler(Executor workers) {
        this.workers = workers;
        this.timer = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "simulator-timer");
            thread.setDaemon(true);
            return thread;
        });
    }

    public void after(long millis, Runnable work) {
        if (millis == 0) {
            work.run();
        } else {
            timer.schedule(() -> workers.execute(work), millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
