package io.countersign.decision.eligibility;

import io.countersign.audit.AuditLog;
import io.countersign.decision.ApprovalAuditEntries;
import io.countersign.decision.Decision;
import io.countersign.decision.Proposal;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.identity.Person;
import io.countersign.identity.UserDirectory;
import io.countersign.invitation.Invitation;
import io.countersign.policy.RequiredApprovals;
import io.countersign.team.ReviewerContext;
import io.countersign.team.access.ReviewerAccess;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users who could have confirmed a break-glass accept. */
@Component
public class SkippedApprovers {

    private final UserDirectory userDirectory;
    private final ReviewerAccess access;
    private final ApprovalRules rules;
    private final ProposalRepository proposals;
    private final DecisionFactsLoader facts;
    private final JdbcClient jdbc;
    private final AuditLog auditLog;

    SkippedApprovers(
            UserDirectory userDirectory,
            ReviewerAccess access,
            ApprovalRules rules,
            ProposalRepository proposals,
            DecisionFactsLoader facts,
            JdbcClient jdbc,
            AuditLog auditLog) {
        this.userDirectory = userDirectory;
        this.access = access;
        this.rules = rules;
        this.proposals = proposals;
        this.facts = facts;
        this.jdbc = jdbc;
        this.auditLog = auditLog;
    }

    /**
     * The names of the users who could confirm an accept instead of this admin, in alphabetical order. While a proposal is
     * open, its proposer is none of them, and neither are users who could act for the same person.
     */
    public List<String> by(String admin, Invitation invitation) {
        RequiredApprovals needs = rules.needs(invitation);
        Proposal open = proposals.openFor(invitation.id()).orElse(null);
        return userDirectory.deciders().stream()
                .filter(person -> !ApprovalContextLoader.isServiceAccount(person))
                .map(Person::name)
                .filter(name -> !name.equals(admin))
                .filter(name -> couldConfirm(access.context(invitation, name), needs))
                .filter(name -> !proposed(open, invitation, name))
                .toList();
    }

    private boolean proposed(@Nullable Proposal open, Invitation invitation, String name) {
        return open != null
                && facts.current(invitation, DecisionRequest.confirming(open, name, open.shown()))
                        .approval()
                        .ownProposal();
    }

    private static boolean couldConfirm(ReviewerContext context, RequiredApprovals needs) {
        return context.decides() && (needs != RequiredApprovals.LEAD || context.leads());
    }

    /** Stores and audits the skipped approvers in the transaction that stores a break-glass decision. */
    public void store(Decision decision, Invitation invitation) {
        List<String> skipped = by(decision.person(), invitation);
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
