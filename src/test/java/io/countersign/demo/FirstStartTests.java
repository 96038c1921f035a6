package io.countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.entry.AuditChain;
import io.countersign.audit.entry.ChainRepository;
import io.countersign.running.Await;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FirstStartTests {

    private final DataSource database = TestDatabase.migrated();
    private final ChainRepository chain = new ChainRepository(JdbcClient.create(database));
    private final FirstStart process = new FirstStart(database, chain);
    private final FirstStart otherProcess = new FirstStart(database, chain);

    @Test
    void beginsOnceOnly() {
        assertThat(process.begin()).isTrue();
        append();
        process.end();

        assertThat(process.begin()).isFalse();
        assertThat(otherProcess.begin()).isFalse();
    }

    /** Entries of another process, with the real time, would stand between those of the history. */
    @Test
    void letsAnotherProcessWaitForTheEndOfTheHistory() throws Exception {
        assertThat(process.begin()).isTrue();
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(otherProcess::begin);
        append();
        awaitWaiting();
        assertThat(other).isNotDone();

        process.end();

        assertThat(other.get(30, TimeUnit.SECONDS)).isFalse();
    }

    private void awaitWaiting() {
        Await.until("the other process waits", Duration.ofSeconds(30), () -> JdbcClient.create(database)
                .sql("select count(*) > 0 from pg_locks where locktype = 'advisory' and not granted and objid = 7461002"
                        + " and database = (select oid from pg_database where datname = current_database())")
                .query(Boolean.class)
                .single());
    }

    private void append() {
        new AuditChain(chain, InstantSource.system(), new TransactionTemplate(new JdbcTransactionManager(database)))
                .appendNow(AuditEntry.bySystem(AuditAction.AUDIT_LOG, AuditOutcome.DONE));
    }
}
