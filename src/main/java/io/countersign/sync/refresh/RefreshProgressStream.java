package io.countersign.sync.refresh;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends progress events to browsers until the refresh is complete or the browser disconnects. */
@Component
class RefreshProgressStream implements DisposableBean {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long EVERY_MILLIS = 500;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(RefreshProgressStream::daemon);

    SseEmitter open(Supplier<RefreshProgress> progress) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        AtomicBoolean ended = new AtomicBoolean();
        emitter.onCompletion(() -> ended.set(true));
        emitter.onTimeout(() -> ended.set(true));
        emitter.onError(gone -> ended.set(true));
        timer.execute(() -> tick(emitter, progress, ended));
        return emitter;
    }

    /** Schedules its next run itself: an emitter that completes before Spring starts it calls onCompletion late. */
    private void tick(SseEmitter emitter, Supplier<RefreshProgress> progress, AtomicBoolean ended) {
        if (!ended.get() && send(emitter, progress)) {
            timer.schedule(() -> tick(emitter, progress, ended), EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Returns true if more events follow. */
    private static boolean send(SseEmitter emitter, Supplier<RefreshProgress> progress) {
        try {
            RefreshProgress now = progress.get();
            emitter.send(SseEmitter.event()
                    .name(now.complete() ? "complete" : "progress")
                    .data(now));
            if (now.complete()) {
                emitter.complete();
            }
            return !now.complete();
        } catch (IOException | RuntimeException e) {
            emitter.completeWithError(e);
            return false;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
