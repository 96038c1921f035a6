package io.countersign.decision.proposal;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Source;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.Proposal;
import io.countersign.decision.ProposalChanged;
import io.countersign.decision.ProposalState;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationChanged;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRemoved;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends proposals: when they are answered, when they are overtaken, and when the invitation is no longer what was proposed. */
@Component
public class ProposalCloser {

    private final ProposalRepository proposals;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    ProposalCloser(ProposalRepository proposals, ApplicationEventPublisher events, InstantSource clock) {
        this.proposals = proposals;
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction of the read that saw it, which holds the invitation. */
    @EventListener
    void on(InvitationChanged event) {
        proposals
                .openFor(event.after().id())
                .filter(open -> !open.shown().equals(InvitationFingerprint.of(event.after())))
                .ifPresent(open -> end(open, event.source(), event.after(), ProposalState.STALE, nobody()));
    }

    @EventListener
    void on(InvitationRemoved event) {
        InvitationId id = event.last().id();
        proposals.openFor(id).ifPresent(open -> end(open, event.source(), event.last(), ProposalState.STALE, nobody()));
    }

    /** A decision was made: what it confirms is confirmed, a reject denies, and whatever else was open is overtaken. */
    public void decided(DecideCommand wish, Decision decision) {
        proposals.openFor(wish.invitation()).ifPresent(open -> {
            Proposal.Answer answer = new Proposal.Answer(
                    wish.person(), decision.inPlaceOf(), wish.reason().text(), clock.instant());
            end(open, decision.source(), decision.reviewed(), state(wish, open), answer);
        });
    }

    private static ProposalState state(DecideCommand wish, Proposal open) {
        if (wish.action() == InvitationAction.REJECT) {
            return wish.person().equals(open.person()) ? ProposalState.WITHDRAWN : ProposalState.SENT_BACK;
        }
        return Long.valueOf(open.id()).equals(wish.proposal()) ? ProposalState.CONFIRMED : ProposalState.STALE;
    }

    /** @return false if it had ended before */
    boolean end(Proposal open, Invitation invitation, ProposalState state, Proposal.Answer answer) {
        return end(open, invitation.source(), invitation.listed(), state, answer);
    }

    void tell(Proposal proposal, Invitation invitation) {
        events.publishEvent(new ProposalChanged(proposal, invitation.source(), invitation.listed()));
    }

    private boolean end(
            Proposal open, Source source, ListedInvitation invitation, ProposalState state, Proposal.Answer answer) {
        boolean won = proposals.end(open.id(), state, answer);
        if (won) {
            events.publishEvent(new ProposalChanged(proposals.find(open.id()).orElseThrow(), source, invitation));
        }
        return won;
    }

    private Proposal.Answer nobody() {
        return new Proposal.Answer(null, null, null, clock.instant());
    }
}
