package io.countersign.decision.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.decision.Reason;
import io.countersign.decision.ReasonTemplate;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReasonTemplatesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private final RecordedAuditLog auditLog = new RecordedAuditLog();
    private JdbcClient jdbc;
    private ReasonTemplates templates;

    @BeforeEach
    void start() {
        jdbc = JdbcClient.create(TestDatabase.migrated());
        templates = new ReasonTemplates(jdbc, auditLog, () -> NOW);
    }

    @Test
    void auditsChangesWithOldAndNewText() {
        templates.add(new Reason("Part of the platform’s <landing zone>"), "lead");
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

    private static AuditEntry changed(String person, String message) {
        return AuditEntry.by(person, AuditAction.REASONS_CHANGED, AuditOutcome.DONE)
                .withMessage(message);
    }
}
