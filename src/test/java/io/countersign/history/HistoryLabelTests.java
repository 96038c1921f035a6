package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit log page in the real layout, with all actions and outcomes. */
@PageTest
class HistoryLabelTests {

    @Autowired
    Pages pages;

    @Autowired
    AuditLog log;

    @Test
    void showsALabelForEveryActionAndOutcome() throws Exception {
        for (AuditAction action : AuditAction.values()) {
            for (AuditOutcome outcome : AuditOutcome.values()) {
                log.append(AuditEntry.by("labels", action, outcome));
            }
        }
        Page page = pages.open("/history?person=labels", "auditor");
        assertThat(page.status()).isEqualTo(200);
        for (AuditAction action : AuditAction.values()) {
            assertThat(page.body()).doesNotContain(">" + action + "<");
        }
        for (AuditOutcome outcome : AuditOutcome.values()) {
            assertThat(page.body()).doesNotContain(">" + outcome + "<");
        }
    }

    @Test
    void reportsAnInvalidFilterInTheTitleAndAtItsField() throws Exception {
        Page page = pages.open("/history?account=12", "auditor");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("<title>Error: Audit log", "href=\"#account\"", "Enter a 12-digit account ID.")
                .contains("value=\"12\"");
    }
}
