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
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FirstStartTests {

    private static final Instant BEGINNING = Instant.now().minus(57, ChronoUnit.DAYS);

    private final DataSource database = TestDatabase.migrated();
    private final ChainRepository chain = new ChainRepository(JdbcClient.create(database));
    private final FirstStart process = new FirstStart(database, chain);
    private final FirstStart otherProcess = new FirstStart(database, chain);

    @Test
    void beginsOnceOnly() {
        assertThat(process.begin(BEGINNING)).isTrue();
        append();
        process.end();

        assertThat(process.begin(BEGINNING)).isFalse();
        assertThat(otherProcess.begin(BEGINNING)).isFalse();
    }

    /** A start that fails before its history leaves the entries of the key and the settings, with times before the history. */
    @Test
    void beginsAgainAfterAStartWithoutHistory() {
        assertThat(process.begin(BEGINNING)).isTrue();
        append(InstantSource.fixed(BEGINNING.plusSeconds(1)), AuditEntry.SYSTEM);
        process.end();

        assertThat(process.begin(BEGINNING.plusSeconds(2))).isTrue();
        process.end();
    }

    @Test
    void beginsNotAgainAfterAHistoryThatIsLongAgo() {
        append(InstantSource.fixed(BEGINNING.minusSeconds(1)), "nadia.demo");

        assertThat(process.begin(BEGINNING)).isFalse();
    }

    /** Entries of another process, with the real time, would stand between those of the history. */
    @Test
    void letsAnotherProcessWaitForTheEndOfTheHistory() throws Exception {
        assertThat(process.begin(BEGINNING)).isTrue();
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> otherProcess.begin(BEGINNING));
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
        append(InstantSource.system(), AuditEntry.SYSTEM);
    }

    private void append(InstantSource clock, String actor) {
        new AuditChain(chain, clock, new TransactionTemplate(new JdbcTransactionManager(database)))
                .appendNow(AuditEntry.by(actor, AuditAction.AUDIT_LOG, AuditOutcome.DONE));
    }
}
