package io.countersign.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.audit.TestAuditLog;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.Hashes;
import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.chain.VerificationReport;
import io.countersign.audit.entry.AuditEntryFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTests {

    @TempDir
    Path directory;

    private TestAuditLog record;

    @BeforeEach
    void start() {
        record = new TestAuditLog(directory);
        record.signer().introduceKey();
    }

    @Test
    void isSignedEveryHourWithoutNewEntries() {
        record.signer().signIfDue();
        record.now = record.now.plus(Duration.ofMinutes(59));
        record.signer().signIfDue();
        assertThat(checkpoints()).hasSize(1);
        record.now = record.now.plus(Duration.ofMinutes(1));
        record.signer().signIfDue();
        assertThat(checkpoints()).hasSize(2).extracting(Checkpoint::entrySeq).containsOnly(1L);
        assertThat(checkpoints().get(1).previous())
                .isEqualTo(Hashes.of(checkpoints().get(0).signed()));
    }

    @Test
    void isSignedAfterTheConfiguredNumberOfEntries() {
        record.signer().signIfDue();
        record.notes(record.properties.entries() - 1);
        record.signer().signIfDue();
        assertThat(checkpoints()).hasSize(1);
        record.note("the one that is too many");
        record.signer().signIfDue();
        assertThat(checkpoints()).hasSize(2);
    }

    @Test
    void isSignedOnceOnRequest() {
        long seq = record.note("wanted");
        Checkpoint made = record.signer().covering(seq);
        assertThat(made.entrySeq()).isEqualTo(seq);
        assertThat(record.signer().covering(seq)).isEqualTo(made);
        assertThat(checkpoints()).hasSize(1);
    }

    @Test
    void isSignedAndPublishedAfterACrash() {
        record.note("committed");
        // the process ends here; the next one signs what is due
        TestAuditLog restarted = record.with(record.key);
        restarted.signer().introduceKey();
        restarted.signer().signIfDue();
        assertThat(checkpoints()).extracting(Checkpoint::entrySeq).containsExactly(2L);
        // and ends again before the checkpoint is published
        record.with(record.key).publisher().publishWaiting();
        assertThat(new CheckpointFile(directory).name()).endsWith(CheckpointFile.NAME);
        assertThat(published()).isEqualTo(checkpoints());
    }

    @Test
    void isPublishedAgainAfterATornLine() throws IOException {
        record.signer().signIfDue();
        Files.writeString(
                directory.resolve(CheckpointFile.NAME),
                checkpoints().get(0).line().substring(0, 100),
                StandardOpenOption.CREATE);
        record.publisher().publishWaiting();
        assertThat(published()).isEqualTo(checkpoints());
        assertThat(record.verification().run().verified()).isTrue();
    }

    @Test
    void canBePublishedTwice() throws IOException {
        record.checkpoint();
        record.store.put(checkpoints().get(0));
        VerificationReport report = record.verification().run();
        assertThat(published()).hasSize(2);
        assertThat(report.finding()).isNull();
    }

    @Test
    void isPublishedAgainAfterTheStoreFailed() {
        CheckpointStore working = record.store;
        record.store = new FailingStore();
        record.signer().signIfDue();
        record.publisher().publishWaiting();
        CheckpointPublicationRepository.Waiting waiting = record.publicationRows.waitingNow();
        assertThat(waiting.count()).isOne();
        assertThat(waiting.failure()).contains("no space left");
        assertThat(record.metrics.counter("countersign.checkpoints.failures").count())
                .isEqualTo(1);
        assertThat(record.metrics.get("countersign.checkpoints.waiting").gauge().value())
                .isEqualTo(1);
        assertThat(record.note("a decision goes on")).isEqualTo(2);

        record.store = working;
        record.publisher().publishWaiting();
        assertThat(record.publicationRows.waitingNow().count()).isZero();
        assertThat(published()).isEqualTo(checkpoints());
    }

    @Test
    void isNotReportedAsMissingRightAfterSigning() {
        record.signer().signIfDue();
        assertThat(record.publicationRows.waitingNow().count()).isOne();
        assertThat(record.publicationRows.waitingSince(record.now).count()).isZero();
        assertThat(record.publicationRows.waitingSince(record.now.plusMillis(1)).count())
                .isOne();
        record.store = new FailingStore();
        record.publisher().publishWaiting();
        assertThat(record.publicationRows.waitingSince(record.now).count()).isOne();
    }

    @Test
    void endsAVerificationWithoutAResultIfTheStoreIsUnreadable() {
        record.checkpoint();
        CheckpointStore readable = record.store;
        record.store = new FailingStore();
        assertThat(record.verification().run().finding()).isNull();
        var state = record.verificationRows.state();
        assertThat(state.failure()).startsWith("The checkpoints in ").contains("cannot be read");
        assertThat(state.kind()).isNull();

        record.store = readable;
        record.verification().run();
        assertThat(record.verificationRows.state().failure()).isNull();
    }

    @Test
    void isSignedWithANewKeyWhileTheOldKeyStaysKnown() {
        record.checkpoint();
        TestAuditLog rotated = record.with(SigningKey.of(SigningKey.newPem()));
        rotated.checkpoint();
        assertThat(checkpoints()).extracting(Checkpoint::keyId).containsExactly(record.key.id(), rotated.key.id());
        assertThat(record.checkpointRows.keys())
                .extracting(CheckpointRepository.Key::id)
                .containsExactlyInAnyOrder(record.key.id(), rotated.key.id());
        assertThat(record.entries.newest(AuditEntryFilter.ALL).entries().get(0).message())
                .contains("signed with key " + rotated.key.id(), rotated.key.publicKey());
        assertThat(rotated.verification().run().verified()).isTrue();
    }

    @Test
    void createsAMissingKeyAndReusesIt() throws IOException {
        SigningKey made = SigningKeyLoader.load(record.properties);
        assertThat(SigningKeyLoader.load(record.properties).id()).isEqualTo(made.id());
        String pem = Files.readString(record.properties.keyFile());
        String base64 =
                pem.lines().filter(line -> !line.startsWith("--")).findFirst().orElseThrow();
        assertThat(SigningKeyLoader.load(withKey(base64)).id()).isEqualTo(made.id());
        assertThatThrownBy(() -> SigningKeyLoader.load(withKey("c2VjcmV0")))
                .hasMessage("countersign.audit.key: no private Ed25519 key in PKCS#8 (PEM or base64)");
    }

    @Test
    void storesItsFilesForTheOwnerOnly() throws IOException {
        Path location = directory.resolve("location");
        record.store = new CheckpointFile(location);
        record.checkpoint();
        SigningKeyLoader.load(record.properties);
        record.witness();
        for (Path file : List.of(
                location.resolve(CheckpointFile.NAME), record.properties.keyFile(), record.properties.witnessFile())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(location)))
                .isEqualTo("rwx------");
    }

    private AuditProperties withKey(String key) {
        return new AuditProperties(
                key,
                directory.resolve("none"),
                List.of(),
                directory.resolve("witness.json"),
                directory,
                null,
                Duration.ofHours(1),
                1000,
                Duration.ofHours(1));
    }

    private List<Checkpoint> checkpoints() {
        return record.checkpointRows.all();
    }

    private List<Checkpoint> published() {
        try {
            return new CheckpointFile(directory)
                    .all().stream().filter(Checkpoint::isSigned).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class FailingStore implements CheckpointStore {

        @Override
        public String name() {
            return "a full disk";
        }

        @Override
        public void put(Checkpoint checkpoint) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public boolean contains(Checkpoint checkpoint) throws IOException {
            throw new IOException("no such device");
        }

        @Override
        public List<Checkpoint> all() throws IOException {
            throw new IOException("no such device");
        }
    }
}
