package io.countersign.sync.poll;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds the calls to AWS that are under way at once. A call that hangs, or waits before it tries again after a throttle,
 * costs nobody anything: after a second it gives its place to another, so that slow sources do not delay the rest.
 */
final class AwsCallLimiter implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 1000;

    private final Semaphore places;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, AwsCallLimiter::daemon);

    AwsCallLimiter(int bound) {
        this.places = new Semaphore(bound);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Waits for a place. */
    Place take() {
        places.acquireUninterruptibly();
        return new Place();
    }

    /** Held while a call is under way. */
    final class Place {

        private final AtomicBoolean held = new AtomicBoolean(true);
        private final ScheduledFuture<?> giveUp =
                timer.schedule(this::giveBack, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);

        private void giveBack() {
            if (held.compareAndSet(true, false)) {
                places.release();
            }
        }

        void close() {
            giveUp.cancel(false);
            giveBack();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "call-bound");
        thread.setDaemon(true);
        return thread;
    }
}
