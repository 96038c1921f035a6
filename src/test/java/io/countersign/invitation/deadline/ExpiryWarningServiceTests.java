package io.countersign.invitation.deadline;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.connection.ListedInvitation;
import io.countersign.invitation.ExpiryDeadline;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.invitation.update.PollResult;
import io.countersign.invitation.update.TestInvitationUpdater;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ExpiryWarningServiceTests {

    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");

    private final RecordedAuditLog auditLog = new RecordedAuditLog();
    private DataSource tables;
    private Instant now = T0;

    @BeforeEach
    void migrate() {
        tables = TestDatabase.migrated();
    }

    @Test
    void warnsOnceForEachDeadline() {
        see(workload(1, "ledger"));

        pass(Duration.ofHours(95));
        assertThat(warnings()).isEmpty();
        pass(Duration.ofHours(1));
        pass(Duration.ofHours(1));
        assertThat(warnings()).containsExactly("1: at most 72 hours left");
        pass(Duration.ofHours(47));
        pass(Duration.ofHours(18));
        pass(Duration.ofHours(18));
        assertThat(warnings())
                .containsExactly("1: at most 72 hours left", "1: at most 24 hours left", "1: at most 6 hours left");
    }

    @Test
    void warnsOnlyAboutTheTightestDeadlineAfterAStop() {
        see(workload(1, "ledger"));

        pass(Duration.ofHours(165));

        assertThat(warnings()).containsExactly("1: at most 6 hours left");
        assertThat(auditLog.entries)
                .last()
                .extracting(AuditEntry::message)
                .isEqualTo("at most 6 hours left, expires by 2026-11-27T14:00:00Z");
    }

    @Test
    void doesNotWarnAboutDecidedInvitations() {
        see(workload(1, "ledger"), workload(2, "stock"));
        OpenDecisionRepository openDecisions = new OpenDecisionRepository(JdbcClient.create(tables));
        openDecisions.open(id(1), 7, 0, T0);
        openDecisions.decided(id(1), 7, InvitationState.REJECTED, T0);

        pass(Duration.ofHours(100));

        assertThat(warnings()).containsExactly("2: at most 72 hours left");
    }

    @Test
    void warnsOnceOnTwoReplicas() {
        see(workload(1, "ledger"));
        now = T0.plus(Duration.ofHours(100));
        ExpiryWarningRepository rows = new ExpiryWarningRepository(JdbcClient.create(tables));
        List<Invitation> here = rows.due(ExpiryDeadline.HOURS_72, now, 10);
        List<Invitation> there = rows.due(ExpiryDeadline.HOURS_72, now, 10);

        assertThat(here).isEqualTo(there).hasSize(1);
        assertThat(rows.warn(id(1), ExpiryDeadline.HOURS_72)).isTrue();
        assertThat(rows.warn(id(1), ExpiryDeadline.HOURS_72)).isFalse();
    }

    @Test
    void doesNotWaitForAPollThatHoldsAnInvitation() throws Exception {
        see(workload(1, "ledger"), workload(2, "stock"));
        try (Connection poll = tables.getConnection()) {
            poll.setAutoCommit(false);
            poll.createStatement().execute("select 1 from invitation where resource_name = 'ledger' for update");

            pass(Duration.ofHours(100));
            assertThat(warnings()).containsExactly("2: at most 72 hours left");
        }
        pass(Duration.ZERO);
        assertThat(warnings()).containsExactly("2: at most 72 hours left", "1: at most 72 hours left");
    }

    @Test
    void warnsAboutMoreInvitationsThanOneBatch() {
        see(IntStream.range(1, 451).mapToObj(i -> workload(i, "w" + i)).toArray(ListedInvitation[]::new));

        pass(Duration.ofHours(100));

        assertThat(warnings()).hasSize(450).doesNotHaveDuplicates();
    }

    @Test
    void warnsAgainIfTheAuditEntryFailed() {
        see(workload(1, "ledger"));
        now = T0.plus(Duration.ofHours(100));

        auditLog.failing = true;
        assertThatThrownBy(() -> service().warn()).hasMessage("the audit entry cannot be written");
        auditLog.failing = false;
        pass(Duration.ZERO);

        assertThat(warnings()).containsExactly("1: at most 72 hours left");
    }

    private void see(ListedInvitation... seen) {
        TestInvitationUpdater.on(tables).store(new PollResult(RETAIL, Arrays.asList(seen), Map.of(), T0, null));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        service().warn();
    }

    private List<String> warnings() {
        return auditLog.entries.stream()
                .map(entry -> Integer.parseInt(entry.subject().invitationId(), 16) + ": "
                        + entry.message().split(",")[0])
                .toList();
    }

    private ExpiryWarningService service() {
        return new ExpiryWarningService(
                new ExpiryWarningRepository(JdbcClient.create(tables)),
                new TransactionTemplate(new JdbcTransactionManager(tables)),
                auditLog,
                () -> now);
    }
}
