package io.countersign.audit;

import io.countersign.TestDatabase;
import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.checkpoint.AuditProperties;
import io.countersign.audit.checkpoint.CheckpointFile;
import io.countersign.audit.checkpoint.CheckpointPublicationRepository;
import io.countersign.audit.checkpoint.CheckpointPublisher;
import io.countersign.audit.checkpoint.CheckpointRepository;
import io.countersign.audit.checkpoint.CheckpointSigner;
import io.countersign.audit.checkpoint.CheckpointStore;
import io.countersign.audit.checkpoint.CheckpointWitness;
import io.countersign.audit.entry.AuditChain;
import io.countersign.audit.entry.AuditEntryRepository;
import io.countersign.audit.entry.ChainRepository;
import io.countersign.audit.export.AuditLogExporter;
import io.countersign.audit.verification.CheckpointWatch;
import io.countersign.audit.verification.RecordedStates;
import io.countersign.audit.verification.VerificationMetrics;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.audit.verification.VerificationService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An audit log in a separate database, without Spring, with a clock that the test sets. */
public final class TestAuditLog {

    public static final Instant START = Instant.parse("2026-11-22T14:00:00Z");

    public final DataSource dataSource;
    public final JdbcClient jdbc;
    public final TransactionTemplate transactions;
    public final ChainRepository chainRows;
    public final AuditChain log;
    public final AuditEntryRepository entries;
    public final CheckpointRepository checkpointRows;
    public final CheckpointPublicationRepository publicationRows;
    public final VerificationRepository verificationRows;
    public final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    public final AuditProperties properties;
    public final SigningKey key;

    public Instant now = START;

    /** The state that verification compares with the log. */
    public List<RecordedState> states = List.of();

    public CheckpointStore store;

    public TestAuditLog(Path directory) {
        this(TestDatabase.migrated(), directory, SigningKey.of(SigningKey.newPem()));
        witness();
    }

    private TestAuditLog(DataSource dataSource, Path directory, SigningKey key) {
        this.dataSource = dataSource;
        this.key = key;
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.chainRows = new ChainRepository(jdbc);
        this.log = new AuditChain(chainRows, () -> now, transactions);
        this.entries = new AuditEntryRepository(dataSource);
        this.checkpointRows = new CheckpointRepository(jdbc);
        this.publicationRows = new CheckpointPublicationRepository(jdbc);
        this.verificationRows = new VerificationRepository(jdbc);
        this.store = new CheckpointFile(directory);
        this.properties = properties(directory);
    }

    public static AuditProperties properties(Path directory) {
        return new AuditProperties(
                null,
                directory.resolve("key.pem"),
                List.of(),
                directory.resolve("witness.json"),
                directory,
                null,
                Duration.ofHours(1),
                1000,
                Duration.ofHours(1));
    }

    public static AuditLog log(DataSource dataSource, InstantSource clock) {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        return new AuditChain(new ChainRepository(JdbcClient.create(dataSource)), clock, transactions);
    }

    /** The same database, signed with another key. */
    public TestAuditLog with(SigningKey other) {
        TestAuditLog record = new TestAuditLog(dataSource, properties.directory(), other);
        record.now = now;
        return record;
    }

    public CheckpointSigner signer() {
        return new CheckpointSigner(checkpointRows, chainRows, log, key, properties, () -> now, transactions);
    }

    public CheckpointPublisher publisher() {
        return new CheckpointPublisher(checkpointRows, publicationRows, store, metrics, () -> now);
    }

    public AuditLogExporter exporter() {
        return new AuditLogExporter(log, chainRows, checkpointRows, signer());
    }

    /** The memory of the installation, read again as by a new start. */
    public CheckpointWitness witness() {
        return new CheckpointWitness(properties, key, checkpointRows, store);
    }

    public CheckpointWatch watch() {
        return new CheckpointWatch(witness(), verificationRows);
    }

    public VerificationService verification() {
        new VerificationMetrics(verificationRows, metrics);
        return new VerificationService(
                chainRows,
                checkpointRows,
                store,
                witness(),
                verificationRows,
                new RecordedStates(states, jdbc),
                () -> now);
    }

    /** Signs the current end of the chain and publishes the checkpoint. */
    public void checkpoint() {
        signer().introduceKey();
        now = now.plus(Duration.ofHours(1));
        signer().signIfDue();
        publisher().publishWaiting();
    }

    public long note(String message) {
        now = now.plusMillis(10);
        return log.appendNow(AuditEntry.by("lead", AuditAction.SIGN_IN, AuditOutcome.DONE)
                .withReason("reason " + message)
                .withMessage(message));
    }

    public void notes(int count) {
        for (int i = 0; i < count; i++) {
            note("note " + i);
        }
    }

    /** Removes the protection of the tables, as their owner can. */
    public void dropTriggers() {
        jdbc.sql("drop function refuse_change() cascade").update();
    }

    public int sql(String statement) {
        return jdbc.sql(statement).update();
    }
}
