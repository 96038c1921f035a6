package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.decision.Decision;
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
        Decision decision = event.decision();
        if (decision.state() == DecisionState.CONFIRMED) {
            InvitationId invitation = decision.reviewed().id();
            claims.end(invitation);
            remarks.seen(invitation, decision.person());
        }
    }
}
