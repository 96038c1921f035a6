package io.countersign.sync.poll;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits the concurrent calls to AWS. A call that takes longer than 400 ms, because it hangs or waits after a
 * throttle, releases its permit, so that slow sources do not delay the others. The threads of the scheduler limit the
 * calls in any case.
 */
final class AwsCallLimiter implements AutoCloseable {

    private static final long LONGEST_MILLIS = 400;

    private final Semaphore permits;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, AwsCallLimiter::daemon);

    AwsCallLimiter(int limit) {
        this.permits = new Semaphore(limit);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Waits for a permit. */
    Permit acquire() {
        permits.acquireUninterruptibly();
        return new Permit();
    }

    /** A permit for one call. */
    final class Permit {

        private final AtomicBoolean held = new AtomicBoolean(true);
        private final ScheduledFuture<?> timeout = timer.schedule(this::release, LONGEST_MILLIS, TimeUnit.MILLISECONDS);

        private void release() {
            if (held.compareAndSet(true, false)) {
                permits.release();
            }
        }

        void close() {
            timeout.cancel(false);
            release();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "aws-call-limiter");
        thread.setDaemon(true);
        return thread;
    }
}
