package io.countersign;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a second transaction while the first one has written but not committed. */
public final class WaitingTransaction {

    private WaitingTransaction() {}

    /** Commits the first one as soon as the second one waits for it, and returns the result of the second one. */
    public static <T> CompletableFuture<T> after(DataSource dataSource, Runnable first, Supplier<T> second) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        return transaction.execute(status -> {
            first.run();
            CompletableFuture<T> result =
                    CompletableFuture.supplyAsync(() -> transaction.execute(other -> second.get()));
            while (!result.isDone() && !waiting(dataSource)) {
                Thread.onSpinWait();
            }
            return result;
        });
    }

    private static boolean waiting(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                        .sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
