package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionSeen;
import io.countersign.decision.DecisionSettled;
import io.countersign.decision.DecisionState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A decision that took effect ends the turn, whoever had it; its own entry in the history tells of it. */
@Component
class SettledTurns {

    private final Claims claims;
    private final Remarks remarks;

    SettledTurns(Claims claims, Remarks remarks) {
        this.claims = claims;
        this.remarks = remarks;
    }

    @EventListener
    void on(DecisionSettled event) {
        end(event.decision());
    }

    /** AWS gave no clear answer, and was read later. */
    @EventListener
    void on(DecisionSeen event) {
        end(event.decision());
    }

    private void end(Decision decision) {
        if (decision.state() == DecisionState.CONFIRMED) {
            InvitationId invitation = decision.reviewed().id();
            claims.end(invitation);
            remarks.seen(invitation, decision.person());
        }
    }
}
