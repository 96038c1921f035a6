package io.countersign.sync.refresh;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
        AtomicReference<Future<?>> ticking = new AtomicReference<>();
        Runnable stop = () -> {
            Future<?> future = ticking.get();
            if (future != null) {
                future.cancel(false);
            }
        };
        emitter.onCompletion(stop);
        emitter.onTimeout(stop);
        emitter.onError(gone -> stop.run());
        ticking.set(
                timer.scheduleWithFixedDelay(() -> send(emitter, progress), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS));
        return emitter;
    }

    private static void send(SseEmitter emitter, Supplier<RefreshProgress> progress) {
        try {
            RefreshProgress now = progress.get();
            emitter.send(SseEmitter.event()
                    .name(now.complete() ? "complete" : "progress")
                    .data(now));
            if (now.complete()) {
                emitter.complete();
            }
        } catch (IOException | RuntimeException e) {
            emitter.completeWithError(e);
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
