package io.countersign.sync;

import io.countersign.connection.Connections;
import io.countersign.connection.Source;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Reads all sources, a bounded number at once. One sweep runs at a time. */
@Component
class Sweeps implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Sweeps.class);

    private final Connections connections;
    private final Poll poll;
    private final ExecutorService workers;

    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);
    private @Nullable CompletableFuture<Void> next;

    Sweeps(Connections connections, Poll poll, SyncProperties properties) {
        this.connections = connections;
        this.poll = poll;
        this.workers = Executors.newFixedThreadPool(properties.parallel(), Sweeps::worker);
    }

    /**
     * Asks for a sweep that begins after this call, so that it sees what happened before. Several who ask while one is
     * running share the next.
     *
     * @return done when that sweep is
     */
    synchronized CompletableFuture<Void> request() {
        if (next != null) {
            return next;
        }
        if (running.isDone()) {
            return begin();
        }
        // asynchronous: begin() must not run before this method has let go of the lock
        next = running.thenComposeAsync(done -> begin(), workers);
        return next;
    }

    private synchronized CompletableFuture<Void> begin() {
        next = null;
        running = CompletableFuture.allOf(connections.sources().stream()
                .map(source -> CompletableFuture.runAsync(() -> poll(source), workers))
                .toArray(CompletableFuture[]::new));
        return running;
    }

    private void poll(Source source) {
        try {
            poll.poll(source);
        } catch (RuntimeException e) {
            // the others go on; the source's last complete read grows old, which the coverage shows
            log.error("{} could not be stored", source, e);
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "sweep");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
