package io.countersign.sync.refresh;

import io.countersign.http.LimitProperties;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends progress events to browsers until the refresh is complete, the user signs out or the browser disconnects. A user
 * has a limited number of streams.
 */
@Component
class RefreshProgressStream implements DisposableBean {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long EVERY_MILLIS = 500;
    private static final int EVENTS_BETWEEN_CHECKS = 60;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(RefreshProgressStream::daemon);

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final LimitProperties limits;

    RefreshProgressStream(LimitProperties limits) {
        this.limits = limits;
    }

    /**
     * @param signedIn whether the session of the user still exists
     * @throws ResponseStatusException 429 if the user has too many open streams
     */
    SseEmitter open(String person, BooleanSupplier signedIn, Supplier<RefreshProgress> progress) {
        if (open.merge(person, 1, Integer::sum) > limits.streams()) {
            close(person);
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        AtomicBoolean ended = new AtomicBoolean();
        Runnable end = () -> {
            if (ended.compareAndSet(false, true)) {
                close(person);
            }
        };
        emitter.onCompletion(end);
        emitter.onTimeout(end);
        emitter.onError(gone -> end.run());
        BooleanSupplier next = () -> !ended.get() && send(emitter, progress);
        timer.execute(() -> tick(1, emitter, signedIn, next, end));
        return emitter;
    }

    private void close(String person) {
        open.computeIfPresent(person, (name, count) -> count == 1 ? null : count - 1);
    }

    /** Schedules its next run itself: an emitter that completes before Spring starts it calls onCompletion late. */
    private void tick(int number, SseEmitter emitter, BooleanSupplier signedIn, BooleanSupplier next, Runnable end) {
        if (number % EVENTS_BETWEEN_CHECKS == 0 && !signedIn.getAsBoolean()) {
            emitter.complete();
            end.run();
        } else if (next.getAsBoolean()) {
            timer.schedule(() -> tick(number + 1, emitter, signedIn, next, end), everyMillis(), TimeUnit.MILLISECONDS);
        } else {
            end.run();
        }
    }

    long everyMillis() {
        return EVERY_MILLIS;
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
