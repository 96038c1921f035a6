package io.countersign.decision.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.WaitingTransaction;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.decision.Reason;
import io.countersign.decision.ReasonTemplate;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReasonTemplatesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private final RecordedAuditLog auditLog = new RecordedAuditLog();
    private DataSource dataSource;
    private JdbcClient jdbc;
    private ReasonTemplates templates;

    @BeforeEach
    void start() {
        dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        templates = new ReasonTemplates(jdbc, auditLog, () -> NOW);
    }

    @Test
    void auditsChangesWithOldAndNewText() {
        new TransactionTemplate(new JdbcTransactionManager(dataSource))
                .executeWithoutResult(
                        transaction -> templates.add(new Reason("Part of the platform’s <landing zone>"), "lead"));
        ReasonTemplate first = templates.all().get(0);
        assertThat(first.text()).isEqualTo("Part of the platform’s <landing zone>");

        assertThat(templates.change(first, new Reason("Another text that is long"), "ann"))
                .isTrue();
        assertThat(templates.change(first, new Reason("Too late by one version"), "bob"))
                .isFalse();
        assertThat(templates.remove(first, "bob")).isFalse();
        ReasonTemplate second = templates.find(first.id()).orElseThrow();
        assertThat(second).isEqualTo(new ReasonTemplate(first.id(), "Another text that is long", 2, NOW, "ann"));
        assertThat(templates.remove(second, "lead")).isTrue();

        assertThat(templates.all()).isEmpty();
        assertThat(auditLog.entries)
                .containsExactly(
                        changed("lead", "reason offered: none → Part of the platform’s <landing zone>"),
                        changed(
                                "ann",
                                "reason offered: Part of the platform’s <landing zone> → Another text that is long"),
                        changed("lead", "reason offered: Another text that is long → none"));
    }

    @Test
    void storesATemplateOnceThatIsSentTwiceAtOnce() {
        Reason reason = new Reason("Agreed with the architecture board");
        WaitingTransaction.after(dataSource, () -> templates.add(reason, "lead"), () -> {
                    templates.add(reason, "lead");
                    return "";
                })
                .join();
        assertThat(templates.all()).hasSize(1);
        assertThat(auditLog.entries).hasSize(1);
    }

    private static AuditEntry changed(String person, String message) {
        return AuditEntry.by(person, AuditAction.REASONS_CHANGED, AuditOutcome.DONE)
                .withMessage(message);
    }
}
