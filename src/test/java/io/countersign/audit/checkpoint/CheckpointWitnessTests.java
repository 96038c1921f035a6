package io.countersign.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.audit.TestAuditLog;
import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.chain.TrustedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CheckpointWitnessTests {

    @TempDir
    Path directory;

    private TestAuditLog record;

    @BeforeEach
    void start() {
        record = new TestAuditLog(directory);
    }

    @Test
    void trustsItsOwnKeyOnFirstUseWithANotice(CapturedOutput log) {
        assertThat(log).contains("THE AUDIT LOG KEY " + record.key.id() + " IS TRUSTED ON FIRST USE");
        int before = log.length();
        TrustedKeys trusted = record.witness().trustedKeys();
        assertThat(trusted.ids()).containsExactly(record.key.id());
        assertThat(trusted.pinned()).isTrue();
        assertThat(log.toString().substring(before)).doesNotContain("FIRST USE");
    }

    @Test
    void keepsTheOldKeyAfterARotation() {
        SigningKey other = SigningKey.of(SigningKey.newPem());
        assertThat(witness(other, List.of()).trustedKeys().ids())
                .containsExactlyInAnyOrder(record.key.id(), other.id());
    }

    @Test
    void trustsOnlyTheConfiguredKeys() {
        TrustedKeys trusted =
                witness(record.key, List.of(record.key.publicKey())).trustedKeys();
        assertThat(trusted.ids()).containsExactly(record.key.id());
        assertThat(trusted.pinned()).isFalse();
        SigningKey other = SigningKey.of(SigningKey.newPem());
        assertThatThrownBy(() -> witness(other, List.of(record.key.id())))
                .isInstanceOf(InvalidSigningKeyException.class)
                .hasMessageContaining(
                        "countersign.audit.trusted-keys: does not contain the key that signs, " + other.id());
    }

    @Test
    void refusesATextThatIsNoKey() {
        assertThatThrownBy(() -> properties(List.of("mine"), directory.resolve("witness.json")))
                .hasMessageContaining("countersign.audit.trusted-keys: 'mine' is neither a key ID");
    }

    @Test
    void remembersInMemoryIfTheFileCannotBeWritten(CapturedOutput log) throws IOException {
        Path blocked = directory.resolve("blocked.json");
        Files.createDirectory(directory.resolve("blocked.json.next"));
        CheckpointWitness witness =
                new CheckpointWitness(properties(List.of(), blocked), record.key, record.checkpointRows, record.store);
        assertThat(log).contains("blocked.json cannot be written");
        record.checkpoint();
        assertThat(witness.missing()).isNull();
        Files.delete(directory.resolve(CheckpointFile.NAME));
        assertThat(witness.missing()).isNotNull();
    }

    @Test
    void refusesADamagedFile() throws IOException {
        Files.writeString(record.properties.witnessFile(), "{");
        assertThatThrownBy(record::witness).hasMessageContaining("witness.json cannot be read");
    }

    @Test
    void findsNoLossWhenTheStoreMoves() {
        record.checkpoint();
        assertThat(record.witness().missing()).isNull();
        record.store = new CheckpointFile(directory.resolve("other"));
        record.publisher().start();
        assertThat(record.witness().missing()).as("before all are copied").isNull();
        record.publisher().publishWaiting();
        assertThat(record.witness().missing()).isNull();
    }

    /** A replica with a location of its own: the checkpoints of the other replica are not lost. */
    @Test
    void findsNoLossOfCheckpointsThatAnotherReplicaStoredElsewhere() {
        record.checkpoint();
        CheckpointStore own = new CheckpointFile(directory.resolve("other replica"));
        CheckpointWitness other = new CheckpointWitness(
                properties(List.of(), directory.resolve("other-witness.json")), record.key, record.checkpointRows, own);
        assertThat(other.missing()).isNull();
        assertThat(other.missing()).as("after it saw the newest checkpoint").isNull();
        assertThat(CheckpointComparison.of(record.checkpointRows, own.name(), own::all)
                        .lost())
                .isNull();
    }

    private CheckpointWitness witness(SigningKey key, List<String> trusted) {
        return new CheckpointWitness(
                properties(trusted, directory.resolve("witness.json")), key, record.checkpointRows, record.store);
    }

    private AuditProperties properties(List<String> trusted, Path witness) {
        return new AuditProperties(
                null,
                directory.resolve("key.pem"),
                trusted,
                witness,
                directory,
                null,
                Duration.ofHours(1),
                1000,
                Duration.ofHours(1));
    }
}
