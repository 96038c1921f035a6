package io.countersign.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.TestAuditLog;
import io.countersign.audit.chain.ChainedEntry;
import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.VerificationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class AuditChainTests {

    private static final int WRITERS = 50;

    @TempDir
    Path directory;

    private TestAuditLog record;

    @BeforeEach
    void start() {
        record = new TestAuditLog(directory);
    }

    @Test
    void linksEachEntryToThePreviousHash() {
        record.notes(3);
        List<ChainedEntry> links = links();
        assertThat(links).extracting(ChainedEntry::seq).containsExactly(1L, 2L, 3L);
        assertThat(links.get(0).previous()).isEqualTo(Hashes.NONE);
        assertThat(links.get(2).previous()).isEqualTo(links.get(1).hash());
        assertThat(links.get(1).hash())
                .isEqualTo(Hashes.link(links.get(0).hash(), links.get(1).canonical()));
        assertThat(record.chainRows.head().hash()).isEqualTo(links.get(2).hash());
    }

    @Test
    void leavesNoGapWithFiftyConcurrentWriters() throws Exception {
        record.sql("create table work (id integer primary key, times integer)");
        record.sql("insert into work values (1, 0), (2, 0)");
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch together = new CountDownLatch(WRITERS);
        List<Future<?>> written = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            written.add(pool.submit((Callable<Void>) () -> {
                together.countDown();
                together.await();
                for (int round = 0; round < 4; round++) {
                    appendAroundARowLock(writer, round);
                }
                return null;
            }));
        }
        for (Future<?> each : written) {
            each.get(2, TimeUnit.MINUTES);
        }
        pool.shutdown();
        assertThat(links())
                .extracting(ChainedEntry::seq)
                .isEqualTo(LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(record.verification().run().finding()).isNull();
    }

    /** Appends before and after a row lock, so that the locks of the writers overlap. */
    private void appendAroundARowLock(int writer, int round) {
        record.transactions.executeWithoutResult(status -> {
            record.log.append(entryWithMessage(writer + "/" + round + " before"));
            int row = 1 + writer % 2;
            record.sql("update work set times = times + 1 where id = " + row);
            record.log.append(entryWithMessage(writer + "/" + round + " after"));
        });
    }

    @Test
    void leavesNoGapAfterARollback() {
        record.note("one");
        record.transactions.executeWithoutResult(status -> {
            record.log.append(entryWithMessage("never"));
            status.setRollbackOnly();
        });
        assertThat(record.note("two")).isEqualTo(2);
    }

    @Test
    void keepsTheOrderWithinATransaction() {
        record.transactions.executeWithoutResult(status -> {
            record.log.append(entryWithMessage("first"));
            record.log.append(entryWithMessage("second"));
        });
        assertThat(record.entries.newest(AuditEntryFilter.ALL).entries())
                .extracting(StoredAuditEntry::message)
                .containsExactly("second", "first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'x' where seq = 1",
                "update audit_entry set hash = null where seq = 1",
                "delete from audit_entry where seq = 2",
                "delete from audit_entry",
                "truncate table audit_entry",
                "update checkpoint set signature = 'x'",
                "delete from checkpoint",
                "truncate table checkpoint",
                "update signing_key set public_key = 'x'",
                "delete from signing_key",
                "truncate table signing_key"
            })
    void refusesChangesInTheDatabase(String statement) {
        record.notes(2);
        record.checkpoint();
        assertThatThrownBy(() -> record.sql(statement)).isInstanceOf(DataAccessException.class);
        assertThat(record.verification().run().finding()).isNull();
        assertThat(record.checkpointRows.all()).hasSize(1);
        assertThat(record.checkpointRows.keys()).hasSize(1);
    }

    @Test
    void doesNotChainAForgedEntryWithoutAHash() {
        record.notes(2);
        record.sql(
                "insert into audit_entry (seq, at, actor, action, outcome) values (3, now(), 'lead', 'ACCEPT', 'CONFIRMED')");
        VerificationReport report = record.verification().run();
        assertThat(report.finding().kind().name()).isEqualTo("INSERTED");
        assertThat(report.finding().seq()).isEqualTo(3);
    }

    private List<ChainedEntry> links() {
        List<ChainedEntry> links = new ArrayList<>();
        Iterator<ChainedEntry> all = record.chainRows.entries(1, Long.MAX_VALUE);
        all.forEachRemaining(links::add);
        return links;
    }

    private static AuditEntry entryWithMessage(String message) {
        return AuditEntry.by("lead", AuditAction.VIEW, AuditOutcome.REFUSED).withMessage(message);
    }
}
