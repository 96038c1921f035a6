package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.Invitations;
import io.countersign.team.TurnMoved.Move;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Releases the claims of people who may no longer decide the invitation, so that it does not wait for them. */
@Component
class StrayClaims {

    private final Claims claims;
    private final Invitations invitations;
    private final Standings standings;
    private final ApplicationEventPublisher events;

    StrayClaims(Claims claims, Invitations invitations, Standings standings, ApplicationEventPublisher events) {
        this.claims = claims;
        this.invitations = invitations;
        this.standings = standings;
        this.events = events;
    }

    /** @param person whose change of a team it was */
    void free(String person) {
        claims.all().forEach((id, claim) -> freeIfStray(id, claim, person));
    }

    private void freeIfStray(InvitationId id, Claim claim, String person) {
        Invitation invitation = invitations.find(id).orElseThrow();
        if (invitation.pending()
                && !standings.decides(claim.person(), invitation.source())
                && claims.release(id, claim.person())) {
            events.publishEvent(new TurnMoved(
                    invitation.source(),
                    invitation.listed(),
                    person,
                    Move.RELEASE,
                    claim.person() + " → unassigned, because " + claim.person() + " can no longer decide it",
                    null));
        }
    }
}
