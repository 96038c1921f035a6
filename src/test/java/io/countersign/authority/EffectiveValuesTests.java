package io.countersign.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.audit.TestAuditLog;
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
    private DataSource dataSource;
    private ValueRepository values;
    private EffectiveValues effective;
    private TransactionTemplate transaction;

    @BeforeEach
    void open() {
        dataSource = TestDatabase.migrated();
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

        effective.confirm(List.of(latest().get(0)), "ann");
        assertThat(latest().get(0).confirmed()).isFalse();
        assertThat(latest().get(0).responsible()).isEqualTo("ann");
        effective.confirm(List.of(latest().get(0)), "ben");

        assertThat(latest().get(0).confirmedBy()).isEqualTo("ben");
        assertThat(auditLog.outcomes()).containsExactly(AuditOutcome.ENDORSED, AuditOutcome.COUNTERSIGNED);
    }

    @Test
    void needsOneOtherUserToConfirmTheChangeOfAUser() {
        effective.change(ValueKind.OWNER, "555566667777", "unknown, blocked", null, "ann");
        effective.confirm(List.of(latest().get(0)), "ben");

        assertThat(latest().get(0).confirmedBy()).isEqualTo("ben");
        assertThat(auditLog.outcomes()).containsExactly(AuditOutcome.COUNTERSIGNED);
    }

    @Test
    void ignoresAConfirmationWithoutItsAuditEntry() {
        effective.change(ValueKind.OWNER, "555566667777", "unknown, blocked", null, "ann");
        sql("update value_change set endorsed_by = 'cho', confirmed_by = 'ben'");
        assertThat(unconfirmed()).singleElement().satisfies(change -> {
            assertThat(change.confirmed()).isFalse();
            assertThat(change.endorsedBy()).isNull();
        });
    }

    @Test
    void appliesAConfirmationWithItsAuditEntry() {
        for (int each = 0; each < 60; each++) {
            effective.change(ValueKind.MEMBERSHIP, "5555666677" + (10 + each), null, "internal", "ann");
        }
        EffectiveValues recording = new EffectiveValues(values, TestAuditLog.log(dataSource, () -> NOW), () -> NOW);
        transaction.executeWithoutResult(
                status -> recording.confirm(unconfirmed().subList(1, 60), "ben"));
        assertThat(unconfirmed()).extracting(ValueChange::subject).containsExactly("555566667710");
        assertThat(EffectiveValues.unrecorded(JdbcClient.create(dataSource))).isEmpty();

        sql("update value_change set confirmed_by = 'cho' where subject = '555566667711'");
        assertThat(unconfirmed()).hasSize(2);
        assertThat(EffectiveValues.unrecorded(JdbcClient.create(dataSource)))
                .hasValueSatisfying(text -> assertThat(text).contains("membership 555566667711: none → internal"));
    }

    @Test
    void appliesAConfirmationOfAnEarlierVersion() {
        effective.change(ValueKind.OWNER, "555566667777", "unknown, blocked", null, "ann");
        sql("update value_change set confirmed_by = 'ben'");
        TestAuditLog.log(dataSource, () -> NOW)
                .appendNow(AuditEntry.by("ben", AuditAction.AUTHORITY_CHANGED, AuditOutcome.COUNTERSIGNED)
                        .withMessage("owner 555566667777: unknown, blocked → none"));
        assertThat(unconfirmed()).isEmpty();
    }

    private List<ValueChange> unconfirmed() {
        return values.unconfirmed(List.of(ValueKind.OWNER, ValueKind.MEMBERSHIP), Instant.EPOCH);
    }

    private void sql(String statement) {
        JdbcClient.create(dataSource).sql(statement).update();
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
