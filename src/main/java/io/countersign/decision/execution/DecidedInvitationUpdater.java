package io.countersign.decision.execution;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.decision.Decision;
import io.countersign.decision.persistence.StateTransition;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.owner.Owners;
import io.countersign.team.access.ClaimReleaser;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Applies the outcome of a decision to its invitation, to the owner of the invitation, and to its claim. */
@Component
class DecidedInvitationUpdater {

    private final OpenDecisionRepository openDecisions;
    private final Owners owners;
    private final ClaimReleaser claims;

    DecidedInvitationUpdater(OpenDecisionRepository openDecisions, Owners owners, ClaimReleaser claims) {
        this.openDecisions = openDecisions;
        this.owners = owners;
        this.claims = claims;
    }

    void update(Decision decision, StateTransition transition, Instant now) {
        InvitationId invitation = decision.reviewed().id();
        switch (transition.to()) {
            case CONFIRMED -> {
                openDecisions.decided(invitation, decision.id(), stateAfter(decision.action()), now);
                if (decision.reviewed().sharedBy() != null) {
                    owners.markDecided(decision.reviewed().sharedBy());
                }
                claims.release(invitation, decision.person());
            }
            case UNKNOWN -> openDecisions.unclear(invitation, decision.id(), now);
            default -> openDecisions.release(invitation, decision.id());
        }
    }

    private static InvitationState stateAfter(InvitationAction action) {
        return action == InvitationAction.ACCEPT ? InvitationState.ACCEPTED : InvitationState.REJECTED;
    }
}
