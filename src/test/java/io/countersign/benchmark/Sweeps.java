package io.countersign.benchmark;

import io.countersign.running.ApplicationProcess;
import io.countersign.running.Await;
import io.countersign.running.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs polls of all sources as a user starts them, timed from the request to the last result in the database. */
final class Sweeps {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Visitor visitor;
    private final JdbcClient jdbc;
    private final int sources;

    Sweeps(ApplicationProcess application, DataSource database, int sources) {
        this.visitor = Visitor.signedIn(application);
        this.jdbc = JdbcClient.create(database);
        this.sources = sources;
    }

    /** Waits for the poll of all sources that every start begins. */
    void first() {
        await(() -> tried(Instant.EPOCH, Set.of()) == sources);
    }

    double medianMillis(int times, Set<String> except) {
        double[] each = new double[times];
        for (int i = 0; i < times; i++) {
            each[i] = millis(except);
        }
        Arrays.sort(each);
        return (each[(times - 1) / 2] + each[times / 2]) / 2;
    }

    /** Returns the duration until all sources were tried, except for the given ones. */
    private double millis(Set<String> except) {
        String token = visitor.token("/");
        Instant since = Instant.now();
        long started = System.nanoTime();
        CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> visitor.refresh(token));
        await(() -> tried(since, except) == sources - except.size());
        double took = (System.nanoTime() - started) / 1e6;
        await(() -> tried(since, Set.of()) == sources);
        answered.join();
        return took;
    }

    int pending() {
        return jdbc.sql("select count(*) from invitation where state = 'PENDING'")
                .query(Integer.class)
                .single();
    }

    Set<String> failing() {
        return new HashSet<>(jdbc.sql("select account_id || '/' || region from source where failing_since is not null")
                .query(String.class)
                .list());
    }

    private int tried(Instant since, Set<String> except) {
        return jdbc.sql("""
                        select count(*) from source
                        where tried_at >= :since and account_id || '/' || region not in (:except)""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("except", except.isEmpty() ? Set.of("") : except)
                .query(Integer.class)
                .single();
    }

    private static void await(BooleanSupplier done) {
        Await.until("every source was read", PATIENCE, done);
    }
}
