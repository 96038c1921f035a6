package io.countersign.decision.proposal;

import io.countersign.audit.AuditLog;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import io.countersign.decision.ApprovalAuditEntries;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.Proposal;
import io.countersign.decision.ProposalState;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationChanged;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRemoved;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends proposals that are answered, superseded, or about an invitation that has changed. */
@Component
public class ProposalCloser {

    private final ProposalRepository proposals;
    private final AuditLog auditLog;
    private final InstantSource clock;

    ProposalCloser(ProposalRepository proposals, AuditLog auditLog, InstantSource clock) {
        this.proposals = proposals;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Runs in the transaction of the poll that found the change, which holds the lock of the invitation. */
    @EventListener
    void on(InvitationChanged event) {
        proposals
                .openFor(event.after().id())
                .filter(open -> !open.shown().equals(InvitationFingerprint.of(event.after())))
                .ifPresent(open -> end(open, event.source(), event.after(), ProposalState.STALE, closedBySystem()));
    }

    @EventListener
    void on(InvitationRemoved event) {
        proposals
                .openFor(event.invitation().id())
                .ifPresent(open -> end(open, event.invitation(), ProposalState.STALE, closedBySystem()));
    }

    /** Ends the open proposal after a decision: confirmed by it, denied by a reject, or superseded. */
    public void decided(DecideCommand command, Decision decision) {
        proposals.openFor(command.invitation()).ifPresent(open -> {
            Proposal.Answer answer = new Proposal.Answer(
                    command.person(), decision.inPlaceOf(), command.reason().text(), clock.instant());
            end(open, decision.source(), decision.reviewed(), state(command, open), answer);
        });
    }

    private static ProposalState state(DecideCommand command, Proposal open) {
        if (command.action() == InvitationAction.REJECT) {
            return command.person().equals(open.person()) ? ProposalState.WITHDRAWN : ProposalState.SENT_BACK;
        }
        return Long.valueOf(open.id()).equals(command.proposal()) ? ProposalState.CONFIRMED : ProposalState.STALE;
    }

    /** @return false if it had already ended */
    boolean end(Proposal open, Invitation invitation, ProposalState state, Proposal.Answer answer) {
        return end(open, invitation.source(), invitation.listed(), state, answer);
    }

    void publish(Proposal proposal, Invitation invitation) {
        auditLog.append(ApprovalAuditEntries.proposal(proposal, invitation.source(), invitation.listed()));
    }

    private boolean end(
            Proposal open, Source source, ListedInvitation invitation, ProposalState state, Proposal.Answer answer) {
        boolean ended = proposals.end(open, state, answer);
        if (ended) {
            Proposal proposal = proposals.find(open.id()).orElseThrow();
            auditLog.append(ApprovalAuditEntries.proposal(proposal, source, invitation));
        }
        return ended;
    }

    private Proposal.Answer closedBySystem() {
        return new Proposal.Answer(null, null, null, clock.instant());
    }
}
