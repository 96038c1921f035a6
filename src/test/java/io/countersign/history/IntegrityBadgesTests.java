package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.TestAuditLog;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the badge of the last verification is green only if that verification covers most of the log. */
class IntegrityBadgesTests {

    @TempDir
    Path directory;

    private TestAuditLog record;

    @BeforeEach
    void verifyFourEntries() {
        record = new TestAuditLog(directory);
        record.signer().introduceKey();
        record.notes(3);
        record.checkpoint();
        record.verification().run();
    }

    @Test
    void isGreenIfACheckpointCoversAtLeastHalfOfTheEntries() {
        assertBadge("ok", 4, 4);
        record.notes(4);
        assertBadge("ok", 4, 8);
    }

    @Test
    void isNeutralIfACheckpointCoversLessThanHalfOfTheEntries() {
        record.notes(5);
        assertBadge("info", 4, 9);
        record.checkpoint();
        record.verification().run();
        assertBadge("ok", 9, 9);
    }

    @Test
    void isNeutralOnceAnEntryIsUncoveredForLongerThanACheckpointInterval() {
        record.note("newer");
        record.now = record.now.plus(record.properties.every());
        assertBadge("ok", 4, 5);
        record.now = record.now.plus(Duration.ofMinutes(6));
        assertBadge("info", 4, 5);
        record.verification().run();
        assertBadge("info", 5, 5);
    }

    @Test
    void staysRedAfterAFinding() {
        record.notes(9);
        record.dropTriggers();
        record.sql("update audit_entry set message = 'changed' where seq = 2");
        record.verification().run();
        assertThat(badge().tone()).isEqualTo("no");
    }

    private void assertBadge(String tone, long seq, long total) {
        assertThat(badge())
                .extracting(IntegrityBadge::word, IntegrityBadge::tone, IntegrityBadge::seq, IntegrityBadge::total)
                .containsExactly("verified", tone, seq, total);
    }

    private IntegrityBadge badge() {
        return new IntegrityBadges(record.verificationRows, record.properties, () -> record.now).now();
    }
}
