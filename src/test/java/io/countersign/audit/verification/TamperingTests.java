package io.countersign.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.TestAuditLog;
import io.countersign.audit.chain.ChainedEntry;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Finding;
import io.countersign.audit.chain.Finding.Kind;
import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.chain.VerificationReport;
import io.countersign.audit.checkpoint.CheckpointFile;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.authority.ValueRepository;
import io.countersign.connection.ConnectionVerification;
import io.countersign.history.IntegrityBadge;
import io.countersign.identity.RecordedUsers;
import io.countersign.identity.Role;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Manipulations by an owner of the database, with their findings. Checkpoint 1 covers entries 1 to 11. */
class TamperingTests {

    private static final int COVERED = 11;

    @TempDir
    Path directory;

    private TestAuditLog record;

    @BeforeEach
    void start() {
        record = new TestAuditLog(directory);
        record.notes(10);
        record.checkpoint();
        record.dropTriggers();
    }

    @Test
    void findsNoFaultInAnUnchangedLog() {
        VerificationReport report = record.verification().run();
        assertThat(report.finding()).isNull();
        assertThat(report.verifiedSeq()).isEqualTo(COVERED);
        assertThat(report.checkpoint().number()).isOne();
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void detectsAChangedEntry() {
        record.sql("update audit_entry set reason = 'another' where seq = 5");
        assertFinding(Kind.CHANGED, 5);
    }

    @Test
    void detectsATimeChangedByAMillisecond() {
        record.sql("update audit_entry set at = at + interval '0.001' second where seq = 5");
        assertFinding(Kind.CHANGED, 5);
    }

    @Test
    void detectsAChangedAndRehashedEntry() {
        record.sql("update audit_entry set reason = 'another' where seq = 5");
        rehash(5, 5);
        assertFinding(Kind.CHANGED, 5);
    }

    @Test
    void detectsAnInvalidHash() {
        record.sql("update audit_entry set hash = 'x' where seq = 5");
        assertFinding(Kind.CHANGED, 5);
    }

    @Test
    void detectsARemovedEntry() {
        record.sql("delete from audit_entry where seq = 5");
        assertFinding(Kind.REMOVED, 5);
    }

    @Test
    void detectsEntriesRemovedAtTheStart() {
        record.sql("delete from audit_entry where seq <= 2");
        Finding finding = assertFinding(Kind.REMOVED, 1);
        assertThat(finding.text()).isEqualTo("entries 1 to 2 are missing");
    }

    @Test
    void detectsARemovedEntryAfterRenumbering() {
        record.sql("delete from audit_entry where seq = 5");
        for (int seq = 6; seq < COVERED; seq++) {
            record.sql("update audit_entry set seq = seq - 1 where seq = " + seq);
        }
        assertFinding(Kind.REMOVED, 5);
    }

    @Test
    void detectsARemovedEntryAfterRenumberingAndRehashing() {
        record.sql("alter table checkpoint drop constraint checkpoint_entry_seq_fkey");
        record.sql("delete from audit_entry where seq = 5");
        for (int seq = 6; seq <= COVERED; seq++) {
            record.sql("update audit_entry set seq = seq - 1 where seq = " + seq);
        }
        copy(2, COVERED);
        rehash(5, COVERED);
        setHead(COVERED);
        assertFinding(Kind.REWRITTEN, 1);
    }

    @Test
    void detectsAnInsertedEntry() {
        moveDownFrom(5);
        copy(2, 5);
        assertFinding(Kind.INSERTED, 5);
    }

    @Test
    void detectsAnInsertedAndRehashedEntry() {
        moveDownFrom(5);
        copy(2, 5);
        rehash(5, 5);
        assertFinding(Kind.INSERTED, 5);
    }

    @Test
    void detectsAnEntryInsertedAtTheEnd() {
        copy(2, COVERED + 1);
        rehash(COVERED + 1, COVERED + 1);
        assertFinding(Kind.INSERTED, COVERED + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MIN_VALUE})
    void detectsAnEntryInsertedBeforeTheFirst(long seq) {
        assertThatThrownBy(() -> copy(2, seq)).hasMessageContaining("entry_counted");
        record.sql("alter table audit_entry drop constraint entry_counted");
        copy(2, seq);
        assertFinding(Kind.INSERTED, seq);
        record.sql("update audit_entry set previous = null, hash = null, format = null where seq = " + seq);
        assertFinding(Kind.INSERTED, seq);
    }

    @Test
    void detectsSwappedNeighbors() {
        swap(5, 6);
        assertFinding(Kind.REORDERED, 5);
    }

    @Test
    void detectsSwappedDistantEntries() {
        swap(3, 8);
        assertFinding(Kind.REORDERED, 3);
    }

    @Test
    void detectsRemovalOfTheLastEntries() {
        dropCheckpoints();
        record.sql("delete from audit_entry where seq > 7");
        assertFinding(Kind.CUT_OFF, 8);
    }

    @Test
    void detectsRemovalOfTheLastEntriesWithAResetHead() {
        cutOff(7);
        Finding finding = assertFinding(Kind.CUT_OFF, 8);
        assertThat(finding.text()).contains("checkpoint 1 of 2026-11-22T15:00:00.100Z signed entry 11");
    }

    @Test
    void detectsARewrittenLog() {
        record.sql("update audit_entry set reason = 'another' where seq = 2");
        rehash(2, COVERED);
        setHead(COVERED);
        Finding finding = assertFinding(Kind.REWRITTEN, 1);
        assertThat(finding.text()).contains("entry 11 differs from the one signed by checkpoint 1");
    }

    @Test
    void detectsARewrittenLogSignedWithAnotherKey() {
        record.sql("update audit_entry set reason = 'another' where seq = 2");
        dropCheckpoints();
        record.sql("delete from signing_key");
        rehash(2, COVERED);
        setHead(COVERED);
        TestAuditLog forger = record.with(SigningKey.of(SigningKey.newPem()));
        forger.checkpointRows.introduce(forger.key, record.now);
        forger.signer().signIfDue();
        assertThat(assertFinding(Kind.CHECKPOINT, COVERED).text()).contains("which is not trusted");
    }

    @Test
    void detectsARewrittenLogSignedWithAnotherKeyEverywhere() throws IOException {
        rewriteSignedWith(SigningKey.of(SigningKey.newPem()));
        Finding finding = assertFinding(Kind.CHECKPOINT, COVERED);
        assertThat(finding.text()).contains("which is not trusted");
        assertThat(command().finding()).isEqualTo(finding);
        assertThat(IntegrityBadge.of(record.verificationRows.state()).word()).isEqualTo("broken");
    }

    @Test
    void detectsARewrittenLogSignedWithTheStolenKeyEverywhere() throws IOException {
        record.watch().compare();
        rewriteSignedWith(record.key);
        assertThat(assertFinding(Kind.CHECKPOINT, COVERED).text())
                .contains("checkpoint 1 of", "which this installation stored, is missing or different in the database");
    }

    @Test
    void doesNotDetectARewrittenLogSignedWithTheStolenKeyAfterTheMemoryIsRemovedToo() throws IOException {
        record.watch().compare();
        rewriteSignedWith(record.key);
        Files.delete(record.properties.witnessFile());
        assertThat(record.verification().run().finding()).isNull();
    }

    @Test
    void detectsARewrittenLogWithoutAnyCheckpoint() throws IOException {
        record.watch().compare();
        rewriteWithoutCheckpoints();
        assertThat(assertFinding(Kind.CHECKPOINT, COVERED).text()).contains("is missing or different in the database");
        assertThat(command().finding()).extracting(Finding::kind).isEqualTo(Kind.CHECKPOINT);
    }

    @Test
    void doesNotVouchForARewrittenLogWithoutAnyCheckpointAndMemory() throws IOException {
        rewriteWithoutCheckpoints();
        VerificationReport report = command();
        assertThat(report.finding()).isNull();
        assertThat(report.vouched()).isFalse();
        record.verification().run();
        assertThat(IntegrityBadge.of(record.verificationRows.state()).word()).isEqualTo("alone");
    }

    @Test
    void raisesTheAlarmForALostStoreWithoutAVerification() throws IOException {
        CheckpointWatch running = record.watch();
        running.compare();
        assertThat(record.verificationRows.state().kind()).isNull();
        Files.delete(directory.resolve(CheckpointFile.NAME));
        running.compare();
        assertLostStore();
    }

    @Test
    void raisesTheAlarmForAStoreThatWasRemovedBeforeTheStart() throws IOException {
        record.watch().compare();
        Files.delete(directory.resolve(CheckpointFile.NAME));
        record.watch().compare();
        assertLostStore();
    }

    @Test
    void raisesTheAlarmForATruncatedStoreAndDatabase() throws IOException {
        record.note("more");
        record.checkpoint();
        CheckpointWatch running = record.watch();
        running.compare();
        Path file = directory.resolve(CheckpointFile.NAME);
        Files.write(file, Files.readAllLines(file).subList(0, 1));
        record.sql("delete from checkpoint_publication where checkpoint = 2");
        record.sql("delete from checkpoint where number = 2");
        running.compare();
        assertThat(record.verificationRows.state().detail()).contains("checkpoint 2", "in the database");
        record.checkpoint();
        running.compare();
        assertThat(record.verification().run().finding().text())
                .as("a new checkpoint 2 does not replace the remembered one")
                .contains("checkpoint 2", "in the database");
    }

    @Test
    void detectsASwappedKeyId() {
        record.sql("alter table checkpoint drop constraint checkpoint_key_id_fkey");
        record.sql("update checkpoint set key_id = repeat('0', 32)");
        assertThat(assertFinding(Kind.CHECKPOINT, COVERED).text())
                .isEqualTo("checkpoint 1 does not match its signature");
    }

    @Test
    void detectsAForkSignedWithTheTrueKey() throws IOException {
        record.note("original");
        record.checkpoint();
        record.sql("delete from checkpoint_publication where checkpoint = 2");
        record.sql("delete from checkpoint where number = 2");
        record.sql("delete from audit_entry where seq > " + COVERED);
        setHead(COVERED);
        record.note("fork");
        record.checkpoint();
        assertFinding(Kind.REWRITTEN, 12);
    }

    @Test
    void doesNotDetectARewriteAfterTheLastCheckpoint() {
        record.notes(2);
        record.sql("update audit_entry set reason = 'another', at = at - interval '1 day' where seq = 13");
        rehash(13, 13);
        setHead(13);
        VerificationReport report = record.verification().run();
        assertThat(report.finding()).isNull();
        assertThat(report.notes())
                .anyMatch(note -> note.contains("The clock went back"))
                .contains("No checkpoint covered entries 12 to 13.");
    }

    @Test
    void detectsEntriesRewrittenAfterACheckpoint() {
        record.notes(3);
        record.checkpoint();
        record.sql("update audit_entry set reason = 'another' where seq = 12");
        rehash(12, 14);
        setHead(14);
        Finding finding = assertFinding(Kind.REWRITTEN, 12);
        assertThat(finding.text()).contains("checkpoint 1 still matches, so the change happened after entry 11");
    }

    @Test
    void detectsAChangedCheckpoint() {
        record.sql("update checkpoint set signed = replace(signed, '\"entry_seq\":11', '\"entry_seq\":10')");
        assertFinding(Kind.CHECKPOINT, COVERED);
    }

    @Test
    void detectsACheckpointRemovedFromTheStore() throws IOException {
        for (int i = 0; i < 2; i++) {
            record.note("more");
            record.checkpoint();
        }
        Path file = directory.resolve(CheckpointFile.NAME);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(2)));
        assertThat(assertFinding(Kind.CHECKPOINT, 12).text())
                .isEqualTo("checkpoint 2 is missing or different in the checkpoint location");
        record.sql("delete from checkpoint_publication where checkpoint = 2");
        record.sql("delete from checkpoint where number = 2");
        Finding finding = assertFinding(Kind.CHECKPOINT, 13);
        assertThat(finding.text())
                .isEqualTo("checkpoint 3 does not follow checkpoint 1: checkpoints in between are missing");
    }

    @Test
    void detectsACheckpointRemovedFromTheDatabase() {
        dropCheckpoints();
        assertThat(assertFinding(Kind.CHECKPOINT, COVERED).text())
                .isEqualTo("checkpoint 1 exists in the checkpoint location but not in the database");
    }

    @Test
    void detectsRemovalOfTheFirstCheckpointEverywhere() throws IOException {
        record.note("more");
        record.checkpoint();
        record.sql("delete from checkpoint_publication where checkpoint = 1");
        record.sql("delete from checkpoint where number = 1");
        Path file = directory.resolve(CheckpointFile.NAME);
        Files.write(file, List.of(Files.readAllLines(file).get(1)));
        assertThat(assertFinding(Kind.CHECKPOINT, 12).text()).contains("checkpoint 2 is the first one found");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void detectsADeletedOrEmptiedStore(boolean vanished) throws IOException {
        Path file = directory.resolve(CheckpointFile.NAME);
        if (vanished) {
            Files.delete(file);
        } else {
            Files.writeString(file, "");
        }
        assertFinding(Kind.CHECKPOINT, COVERED);
        assertThat(record.metrics.get("countersign.audit.broken").gauge().value())
                .isOne();
        assertThat(command().finding()).extracting(Finding::kind).isEqualTo(Kind.CHECKPOINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"checkpoint\":\"{\\\"entry_hash", "garbage", "\u0000\ufffd"})
    void detectsATornOrOverwrittenLineInTheStore(String line) throws IOException {
        Files.writeString(directory.resolve(CheckpointFile.NAME), line + "\n");
        assertFinding(Kind.CHECKPOINT, line.startsWith("{") ? COVERED : 0);
    }

    @Test
    void detectsABinaryStore() throws IOException {
        Files.write(directory.resolve(CheckpointFile.NAME), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10});
        assertFinding(Kind.CHECKPOINT, 0);
    }

    @Test
    void publishesAllCheckpointsToANewStore() throws IOException {
        Path other = directory.resolve("other");
        record.store = new CheckpointFile(other);
        assertThat(record.verification().run().finding())
                .as("stored elsewhere, not lost")
                .isNull();
        record.publisher().start();
        record.publisher().publishWaiting();
        assertThat(new CheckpointFile(other).all()).isEqualTo(record.checkpointRows.all());
        assertThat(record.verification().run().finding()).isNull();
    }

    @Test
    void detectsAnUnknownFormat() throws IOException {
        record.sql("update audit_entry set format = 9, reason = 'tampered' where seq = 5");
        assertFinding(Kind.CHANGED, 5);
        assertThat(record.verificationRows.state().running()).isFalse();
        assertThat(record.metrics.get("countersign.audit.broken").gauge().value())
                .isOne();
        assertThat(downloaded()).contains("tampered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signed = 'x'",
                "signed = '{}'",
                "signed = 'null'",
                "signed = ''",
                "signed = '{'",
                "signature = 'x'",
                "entry_seq = 9",
                "made_at = made_at + interval '1' hour",
            })
    void detectsAnUnreadableCheckpoint(String change) throws IOException {
        record.note("more");
        record.checkpoint();
        record.sql("update checkpoint set " + change + " where number = 2");
        Finding finding = record.verification().run().finding();
        assertThat(finding.kind()).isEqualTo(Kind.CHECKPOINT);
        assertThat(finding.text()).isEqualTo("checkpoint 2 does not match its signature");
        assertThat(record.metrics.get("countersign.audit.broken").gauge().value())
                .isOne();
        downloaded();
    }

    @Test
    void keepsSigningAfterAChangedCheckpoint() {
        record.sql("update checkpoint set signed = 'x', made_at = timestamp with time zone '2099-01-01 00:00:00+00'");
        record.signer().signIfDue();
        record.signer().signIfDue();
        List<Checkpoint> all = record.checkpointRows.all();
        assertThat(all).extracting(Checkpoint::number).containsExactly(1L, 2L);
        assertThat(all.get(1).isSigned()).isTrue();
        assertThat(record.checkpointRows.covering(3)).contains(all.get(1));
        record.sql("update checkpoint_publication set placed_at = null");
        record.publisher().publishWaiting();
        assertThat(record.publicationRows.waitingNow().failure()).isEqualTo("it does not match its signature");
        assertThat(record.publicationRows.waitingNow().count()).isOne();
    }

    @Test
    void showsAFailedVerificationAsFailed() {
        assertThat(record.verification().run().verified()).isTrue();
        record.sql("alter table audit_entry rename column reason to why");
        assertThatThrownBy(() -> record.verification().run()).isInstanceOf(RuntimeException.class);
        VerificationState state = record.verificationRows.state();
        assertThat(state.running()).isFalse();
        assertThat(state.failure()).isNotBlank();
        assertThat(IntegrityBadge.of(state).word()).isEqualTo("failed");
        record.sql("alter table audit_entry rename column why to reason");
        record.verification().run();
        assertThat(IntegrityBadge.of(record.verificationRows.state()).word()).isEqualTo("verified");
    }

    @Test
    void showsAnInterruptedVerificationAsFailed() {
        record.verification().run();
        record.verificationRows.started(record.now.plusSeconds(60), 11);
        VerificationState state = record.verificationRows.state();
        assertThat(state.running()).isFalse();
        assertThat(IntegrityBadge.of(state).word()).isEqualTo("failed");
        record.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " values ('verification', 'recurring', current_timestamp, true, 1)");
        assertThat(record.verificationRows.state().running()).isTrue();
        assertThat(IntegrityBadge.of(record.verificationRows.state()).word()).isEqualTo("verified");
    }

    private String downloaded() throws IOException {
        StringWriter text = new StringWriter();
        record.exporter().write(record.signer().covering(record.chainRows.head().seq()), text);
        Path file = Files.writeString(directory.resolve("log.jsonl"), text.toString());
        assertThat(new VerifyCommand(System.out, System.err, MockEnvironment::new, List.of()).verify(file.toString()))
                .isOne();
        return text.toString();
    }

    @Test
    void detectsARestoredAndContinuedCopy() {
        cutOff(7);
        assertThat(assertFinding(Kind.CUT_OFF, 8).text()).contains("signed entry 11");
        record.notes(10);
        assertThat(assertFinding(Kind.REWRITTEN, 1).text())
                .contains("an older copy was restored and continued", "entry 11 differs from the one");
        record.checkpoint();
        assertFinding(Kind.REWRITTEN, 1);
    }

    @Test
    void acceptsARestoredCopyNewerThanTheLastCheckpoint() {
        record.notes(2);
        record.checkpoint();
        record.note("lost");
        record.sql("delete from audit_entry where seq = 14");
        setHead(13);
        assertThat(record.verification().run().finding())
                .as("no checkpoint covered entry 14")
                .isNull();
        record.notes(2);
        record.checkpoint();
        VerificationReport report = record.verification().run();
        assertThat(report.finding()).isNull();
        assertThat(report.verifiedSeq()).isEqualTo(15);
    }

    @Test
    void notesAClockThatWentBack() {
        record.now = record.now.minus(Duration.ofHours(3));
        record.note("earlier");
        VerificationReport report = record.verification().run();
        assertThat(report.finding()).isNull();
        assertThat(report.notes()).first().asString().contains("went back 1 times, first at entry 12");
    }

    @Test
    void ordersEntriesOfTheSameMillisecond() {
        record.log.appendNow(AuditEntry.by("lead", AuditAction.SIGN_IN, AuditOutcome.DONE));
        record.log.appendNow(AuditEntry.by("lead", AuditAction.SIGN_IN, AuditOutcome.DONE));
        VerificationReport report = record.verification().run();
        assertThat(report.finding()).isNull();
        assertThat(report.notes()).containsExactly("No checkpoint covered entries 12 to 13.");
    }

    private void assertLostStore() {
        VerificationState state = record.verificationRows.state();
        assertThat(state.kind()).isEqualTo("CHECKPOINT");
        assertThat(state.detail()).contains("checkpoint 1 of", "is missing or different in the checkpoint location");
        assertThat(IntegrityBadge.of(state).word()).isEqualTo("broken");
        record.verification();
        assertThat(record.metrics.get("countersign.audit.broken").gauge().value())
                .isOne();
    }

    @Test
    void detectsAConfirmationWithoutItsEntry() throws IOException {
        record.states = List.of(EffectiveValues::unrecorded);
        EffectiveValues values = new EffectiveValues(new ValueRepository(record.jdbc), record.log, () -> record.now);
        values.change(ValueKind.OWNER, "555566667777", "unknown, blocked", null, "ann");
        values.change(ValueKind.OWNER, "666677778888", "unknown, blocked", null, "ann");
        ValueChange first =
                new ValueRepository(record.jdbc).latest(Instant.EPOCH, 2).get(1);
        values.confirm(List.of(first), "ben");
        record.checkpoint();
        assertThat(record.verification().run().finding()).isNull();

        record.sql("update value_change set confirmed_by = 'ben' where subject = '666677778888'");
        assertUnrecorded("owner 666677778888: unknown, blocked → none");
    }

    @Test
    void detectsAVerifiedConnectionWithoutItsEntry() throws IOException {
        record.states = List.of(ConnectionVerification::unrecorded);
        record.sql("insert into verified_connection (account_id, verified_at) values ('111122223333', now())");
        AuditSubject account = new AuditSubject(null, null, null, null, null, null, "111122223333", null, null);
        record.log.appendNow(AuditEntry.bySystem(AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .about(account)
                .withMessage("first successful read of the connection"));
        record.checkpoint();
        assertThat(record.verification().run().finding()).isNull();

        record.log.appendNow(AuditEntry.by("admin", AuditAction.CONNECTION_CHANGED, AuditOutcome.DONE)
                .about(account)
                .withMessage("connection removed"));
        assertUnrecorded("account 111122223333");
    }

    /** A user chooses the name of a connection, which the entry about it contains. */
    @Test
    void doesNotTakeTheNameOfAConnectionForItsFirstRead() throws IOException {
        record.states = List.of(ConnectionVerification::unrecorded);
        record.sql("insert into verified_connection (account_id, verified_at) values ('111122223333', now())");
        AuditSubject account = new AuditSubject(null, null, null, null, null, null, "111122223333", null, null);
        for (String change : List.of("added\nname: none → ", "changed\nname: x → ", "removed\n", "added\n")) {
            record.log.appendNow(AuditEntry.by("admin", AuditAction.CONNECTION_CHANGED, AuditOutcome.DONE)
                    .about(account)
                    .withMessage("connection " + change + "first successful read of the connection"));
        }
        record.log.appendNow(AuditEntry.bySystem(AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .about(account)
                .withMessage("connection: x → first successful read of the connection"));
        record.checkpoint();
        assertUnrecorded("account 111122223333");
    }

    @Test
    void detectsALocalUserWithoutItsEntry() throws IOException {
        record.states = List.of(RecordedUsers::unrecorded);
        record.sql("insert into person (name, password_hash, roles, enabled, changed_at, origin)"
                + " values ('ann', 'x', 'ADMIN', true, now(), 'LOCAL')");
        record.log.appendNow(AuditEntry.by("ann", AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .withMessage(RecordedUsers.created("ann", Set.of(Role.ADMIN))));
        record.checkpoint();
        assertThat(record.verification().run().finding()).isNull();

        record.sql("update person set roles = 'REVIEWER,ADMIN' where name = 'ann'");
        assertUnrecorded("user ann was stored with the roles REVIEWER, ADMIN");
    }

    private void assertUnrecorded(String text) throws IOException {
        for (Finding finding :
                List.of(record.verification().run().finding(), command().finding())) {
            assertThat(finding.kind()).isEqualTo(Kind.UNRECORDED);
            assertThat(finding.text()).contains(text);
        }
        assertThat(IntegrityBadge.of(record.verificationRows.state()).word()).isEqualTo("broken");
    }

    private VerificationReport command() throws IOException {
        return new AuditLogVerification(VerifyArguments.parse(), MockEnvironment::new, record.states)
                .verify(record.jdbc, record.properties);
    }

    private void rewriteWithoutCheckpoints() throws IOException {
        record.sql("update audit_entry set reason = 'another' where seq = 2");
        dropCheckpoints();
        record.sql("delete from signing_key");
        rehash(2, COVERED);
        setHead(COVERED);
        Files.delete(directory.resolve(CheckpointFile.NAME));
    }

    private void rewriteSignedWith(SigningKey key) throws IOException {
        rewriteWithoutCheckpoints();
        TestAuditLog forger = record.with(key);
        forger.checkpointRows.introduce(key, record.now);
        forger.signer().signIfDue();
        forger.publisher().publishWaiting();
    }

    private Finding assertFinding(Kind kind, long seq) {
        Finding finding = record.verification().run().finding();
        assertThat(finding).as("finding").isNotNull();
        assertThat(finding.kind()).as(finding.text()).isEqualTo(kind);
        assertThat(finding.seq()).as(finding.text()).isEqualTo(seq);
        VerificationState state = record.verificationRows.state();
        assertThat(state.kind()).isEqualTo(kind.name());
        assertThat(state.badSeq()).isEqualTo(seq);
        return finding;
    }

    private void cutOff(int last) {
        dropCheckpoints();
        record.sql("delete from audit_entry where seq > " + last);
        setHead(last);
    }

    private void dropCheckpoints() {
        record.sql("delete from checkpoint_publication");
        record.sql("delete from checkpoint");
    }

    private void moveDownFrom(int seq) {
        dropCheckpoints();
        for (int each = COVERED; each >= seq; each--) {
            record.sql("update audit_entry set seq = seq + 1 where seq = " + each);
        }
    }

    private void copy(int from, long to) {
        record.sql("insert into audit_entry (seq, at, actor, action, outcome, reason, format, previous, hash)"
                + " select " + to
                + ", at, actor, action, outcome, 'made up', format, previous, hash from audit_entry where seq = "
                + from);
    }

    private void swap(int one, int other) {
        record.sql("update audit_entry set seq = 99 where seq = " + one);
        record.sql("update audit_entry set seq = " + one + " where seq = " + other);
        record.sql("update audit_entry set seq = " + other + " where seq = 99");
    }

    /** Recomputes the hashes of entries, as an attacker who knows the format can. */
    private void rehash(int from, int to) {
        for (int seq = from; seq <= to; seq++) {
            String previous = seq == 1
                    ? Hashes.NONE
                    : record.jdbc
                            .sql("select hash from audit_entry where seq = " + (seq - 1))
                            .query(String.class)
                            .single();
            ChainedEntry link = record.chainRows.entries(seq, seq).next();
            record.sql("update audit_entry set previous = '" + previous + "', hash = '"
                    + Hashes.link(previous, link.canonical()) + "' where seq = " + seq);
        }
    }

    private void setHead(int seq) {
        record.sql("update chain_head set seq = " + seq + ", hash = (select hash from audit_entry where seq = " + seq
                + ")");
    }
}
