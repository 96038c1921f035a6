package io.countersign.decision.eligibility;

import io.countersign.audit.AuditLog;
import io.countersign.decision.ApprovalAuditEntries;
import io.countersign.decision.Decision;
import io.countersign.invitation.Invitation;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users who could have confirmed a break-glass accept. */
@Component
public class SkippedApprovers {

    private final PossibleApprovers approvers;
    private final JdbcClient jdbc;
    private final AuditLog auditLog;

    SkippedApprovers(PossibleApprovers approvers, JdbcClient jdbc, AuditLog auditLog) {
        this.approvers = approvers;
        this.jdbc = jdbc;
        this.auditLog = auditLog;
    }

    /** Stores and audits the skipped approvers in the transaction that stores a break-glass decision. */
    public void store(Decision decision, Invitation invitation) {
        List<String> skipped = approvers.all(decision.person(), invitation);
        skipped.forEach(
                person -> jdbc.sql("insert into skipped_approver (decision_id, person) values (:decision, :person)")
                        .param("decision", decision.id())
                        .param("person", person)
                        .update());
        ApprovalAuditEntries.breakGlass(decision, skipped).forEach(auditLog::append);
    }

    public List<String> of(long decision) {
        return jdbc.sql(
                        "select person from skipped_approver where decision_id = :decision order by lower(person), person")
                .param("decision", decision)
                .query(String.class)
                .list();
    }
}
