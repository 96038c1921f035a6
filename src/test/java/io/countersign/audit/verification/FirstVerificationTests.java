package io.countersign.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.TestAuditLog;
import io.countersign.history.IntegrityBadge;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what a new installation says about its integrity. */
class FirstVerificationTests {

    @TempDir
    Path directory;

    private TestAuditLog record;

    @BeforeEach
    void start() {
        record = new TestAuditLog(directory);
        record.signer().introduceKey();
        record.notes(2);
    }

    @Test
    void saysBeforeTheFirstVerificationThatNothingWasVerified() {
        assertThat(badge().word()).isEqualTo("none");
        assertThat(badge().at()).isNull();
    }

    @Test
    void signsTheFirstCheckpointBeforeTheFirstVerification() {
        verifyAsJob(record);
        assertThat(badge())
                .extracting(IntegrityBadge::word, IntegrityBadge::seq, IntegrityBadge::covered, IntegrityBadge::newer)
                .containsExactly("verified", 3L, 3L, 0L);
    }

    @Test
    void countsEntriesThatAreNewerThanTheVerification() {
        verifyAsJob(record);
        record.notes(5);
        assertThat(badge())
                .extracting(IntegrityBadge::seq, IntegrityBadge::total, IntegrityBadge::newer)
                .containsExactly(3L, 8L, 5L);
    }

    @Test
    void countsVerifiedEntriesWithoutACheckpoint() {
        verifyAsJob(record);
        record.notes(5);
        verifyAsJob(record);
        assertThat(badge())
                .extracting(IntegrityBadge::word, IntegrityBadge::seq, IntegrityBadge::covered)
                .containsExactly("verified", 8L, 3L);
        assertThat(record.verificationRows.state().notes()).isEqualTo("No checkpoint covered entries 4 to 8.");
    }

    @Test
    void vouchesForTheFirstEntriesWithTwoReplicas() {
        TestAuditLog other = record.with(record.key);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> verifyAsJob(record)),
                        CompletableFuture.runAsync(() -> verifyAsJob(other)))
                .join();
        assertThat(record.checkpointRows.all()).hasSize(1);
        assertThat(badge())
                .extracting(IntegrityBadge::word, IntegrityBadge::covered)
                .containsExactly("verified", 3L);
    }

    private IntegrityBadge badge() {
        return IntegrityBadge.of(record.verificationRows.state());
    }

    private static void verifyAsJob(TestAuditLog record) {
        new VerificationConfiguration()
                .verificationTask(record.signer(), record.verification(), record.properties)
                .execute(null, null);
    }
}
