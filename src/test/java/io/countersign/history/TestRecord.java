package io.countersign.history;

import io.countersign.TestDatabase;
import io.countersign.history.chain.SigningKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A record in a database of its own, put together by hand, with a clock that the test turns. */
final class TestRecord {

    static final Instant START = Instant.parse("2026-11-22T14:00:00Z");

    final DataSource dataSource;
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final ChainRows chainRows;
    final Chain chain;
    final Entries entries;
    final CheckpointRows checkpointRows;
    final VerificationRows verificationRows;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final RecordProperties properties;
    final SigningKey key;

    Instant now = START;
    CheckpointPlace place;

    TestRecord(Path directory) {
        this(TestDatabase.migrated(), directory, SigningKey.of(SigningKey.newPem()));
    }

    private TestRecord(DataSource dataSource, Path directory, SigningKey key) {
        this.dataSource = dataSource;
        this.key = key;
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.chainRows = new ChainRows(jdbc);
        this.chain = new Chain(chainRows, () -> now, transactions);
        this.entries = new Entries(jdbc, chain);
        this.checkpointRows = new CheckpointRows(jdbc);
        this.verificationRows = new VerificationRows(jdbc);
        this.place = new CheckpointFile(directory);
        this.properties = new RecordProperties(
                null, directory.resolve("key.pem"), directory, null, Duration.ofHours(1), 1000, Duration.ofHours(1));
    }

    static Entries entries(DataSource dataSource, InstantSource clock) {
        return new Entries(JdbcClient.create(dataSource), chain(dataSource, clock));
    }

    static Chain chain(DataSource dataSource, InstantSource clock) {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        return new Chain(new ChainRows(JdbcClient.create(dataSource)), clock, transactions);
    }

    /** The same database, signed with another key. */
    TestRecord with(SigningKey other) {
        TestRecord record = new TestRecord(dataSource, properties.directory(), other);
        record.now = now;
        return record;
    }

    Checkpointing checkpointing() {
        return new Checkpointing(checkpointRows, chainRows, chain, key, properties, () -> now, transactions);
    }

    Placing placing() {
        return new Placing(checkpointRows, place, metrics, () -> now);
    }

    Verification verification() {
        return new Verification(chainRows, checkpointRows, place, verificationRows, metrics, () -> now);
    }

    /** Signs the chain as it stands and brings the checkpoint to its place. */
    void checkpoint() {
        checkpointing().introduceKey();
        now = now.plus(Duration.ofHours(1));
        checkpointing().signIfDue();
        placing().placeWaiting();
    }

    long note(String message) {
        now = now.plusMillis(10);
        return entries.appendNow(NewEntry.by("lead", EntryAction.SIGN_IN, EntryOutcome.DONE)
                .because("reason " + message)
                .saying(message));
    }

    void notes(int count) {
        for (int i = 0; i < count; i++) {
            note("note " + i);
        }
    }

    /** What an owner of the tables can always do. */
    void dropTriggers() {
        jdbc.sql("drop function refuse_change() cascade").update();
    }

    int sql(String statement) {
        return jdbc.sql(statement).update();
    }
}
