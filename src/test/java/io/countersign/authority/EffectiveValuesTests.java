package io.countersign.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedAuditLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EffectiveValuesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private final RecordedAuditLog auditLog = new RecordedAuditLog();
    private ValueRepository values;
    private EffectiveValues effective;
    private TransactionTemplate transaction;

    @BeforeEach
    void open() {
        DataSource dataSource = TestDatabase.migrated();
        values = new ValueRepository(JdbcClient.create(dataSource));
        effective = new EffectiveValues(values, auditLog, () -> NOW);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Test
    void recordsNoChangeForTheFirstValues() {
        start(ValueKind.PERSON, Map.of("bob", "LEAD"));
        start(ValueKind.PERSON, Map.of("bob", "LEAD"));

        assertThat(auditLog.entries).isEmpty();
        assertThat(latest()).isEmpty();
    }

    @Test
    void auditsEachDifferenceOfAStartOnceWithOldAndNewValue() {
        start(ValueKind.PERSON, Map.of("aud", "AUDITOR", "bob", "LEAD", "cho", "ADMIN"));
        start(ValueKind.PERSON, Map.of("bob", "AUDITOR, REVIEWER", "cho", "ADMIN", "zoe", "LEAD"));
        start(ValueKind.PERSON, Map.of("bob", "AUDITOR, REVIEWER", "cho", "ADMIN", "zoe", "LEAD"));

        assertThat(auditLog.entries)
                .containsExactly(
                        found("person aud: AUDITOR → none"),
                        found("person bob: LEAD → AUDITOR, REVIEWER"),
                        found("person zoe: none → LEAD"));
        assertThat(latest()).hasSize(3).allSatisfy(change -> assertThat(change.by())
                .isNull());
    }

    @Test
    void findsADifferenceAfterNoValuesAtAll() {
        start(ValueKind.RULE, Map.of());
        start(ValueKind.RULE, Map.of("4711", "needs: lead"));

        assertThat(auditLog.messages()).containsExactly("rule 4711: none → needs: lead\nfound at startup");
    }

    @Test
    void saysOnlyThatAPasswordChanged() {
        start(ValueKind.PASSWORD, Map.of("bob", "hash-one"));
        start(ValueKind.PASSWORD, Map.of("bob", "hash-two"));

        assertThat(auditLog.messages()).containsExactly("password bob: changed\nfound at startup");
    }

    @Test
    void needsTwoUsersToConfirmAChangeThatAStartFound() {
        start(ValueKind.RULE, Map.of("4711", "needs: lead"));
        start(ValueKind.RULE, Map.of());
        auditLog.entries.clear();

        effective.confirm(latest().get(0), "ann");
        assertThat(latest().get(0).confirmed()).isFalse();
        assertThat(latest().get(0).responsible()).isEqualTo("ann");
        effective.confirm(latest().get(0), "ben");

        assertThat(latest().get(0).confirmedBy()).isEqualTo("ben");
        assertThat(auditLog.outcomes()).containsExactly(AuditOutcome.ENDORSED, AuditOutcome.COUNTERSIGNED);
    }

    @Test
    void needsOneOtherUserToConfirmTheChangeOfAUser() {
        effective.change(ValueKind.OWNER, "555566667777", "unknown, blocked", null, "ann");
        effective.confirm(latest().get(0), "ben");

        assertThat(latest().get(0).confirmedBy()).isEqualTo("ben");
        assertThat(values.unconfirmed(List.of(ValueKind.OWNER), Instant.EPOCH)).isEmpty();
    }

    private void start(ValueKind kind, Map<String, String> now) {
        transaction.executeWithoutResult(status -> effective.replace(kind, now));
    }

    private List<ValueChange> latest() {
        return values.latest(Instant.EPOCH, 10);
    }

    private static AuditEntry found(String text) {
        return AuditEntry.bySystem(AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .withMessage(text + "\nfound at startup");
    }
}
