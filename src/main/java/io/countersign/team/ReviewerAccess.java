package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.identity.NotYours;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.QueueFilter;
import io.countersign.invitation.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Tells what a person may see and decide, and to whom invitations are assigned. Every call reads the database. */
@Component
public class ReviewerAccess {

    private final Standings standings;
    private final Claims claims;
    private final Remarks remarks;
    private final TurnPanels panels;
    private final MessageSourceAccessor messages;

    ReviewerAccess(Standings standings, Claims claims, Remarks remarks, TurnPanels panels, MessageSource messages) {
        this.standings = standings;
        this.claims = claims;
        this.remarks = remarks;
        this.panels = panels;
        this.messages = new MessageSourceAccessor(messages);
    }

    public Scope scope(String person) {
        return standings.scope(person);
    }

    /** The names of those who share a team with a person, and that person; empty while there is no team, because then all do. */
    public Optional<Set<String>> teammates(String person) {
        return standings.teammates(person);
    }

    public ReviewerContext standing(Invitation invitation, String person) {
        return standings.of(invitation, person);
    }

    /** @throws NotYours with a message for the person, if they may not see the invitation */
    public ReviewerContext admit(Invitation invitation, String person) {
        ReviewerContext standing = standings.of(invitation, person);
        if (!standing.sees()) {
            List<String> teams = standing.teams();
            throw new NotYours(
                    teams.isEmpty()
                            ? messages.getMessage("team.not-yours.nobody")
                            : messages.getMessage("team.not-yours", new Object[] {String.join(", ", teams)}));
        }
        return standing;
    }

    /** The assignment of each; unassigned invitations are missing. */
    public Map<InvitationId, AssignmentView> turns(Collection<InvitationId> ids, String person) {
        Map<InvitationId, Claim> claimed = claims.find(ids);
        Map<InvitationId, Comment> naming = remarks.naming(person, ids);
        Map<InvitationId, AssignmentView> turns = new HashMap<>();
        claimed.forEach((id, claim) -> turns.put(id, claimed(claim, person)));
        naming.forEach((id, said) -> turns.compute(
                id,
                (same, turn) -> turn != null && turn.mine() ? turn : named(said, turn == null ? null : turn.person())));
        return turns;
    }

    private static AssignmentView claimed(Claim claim, String person) {
        return new AssignmentView(
                claim.person(),
                claim.person().equals(person),
                claim.taken() ? "TAKEN" : "GIVEN",
                claim.givenBy(),
                claim.since(),
                claim.until());
    }

    private static AssignmentView named(Comment said, @Nullable String holder) {
        return new AssignmentView(holder, true, "NAMED", said.person(), said.at(), null);
    }

    /** Oldest first. */
    public List<Comment> said(InvitationId id) {
        return remarks.of(id);
    }

    /** What the page of an invitation shows about its assignment, with links that keep the filter. */
    public TurnPanel panel(Invitation invitation, ReviewerContext standing, QueueFilter filter) {
        AssignmentView turn = turns(List.of(invitation.id()), standing.person()).get(invitation.id());
        return panels.of(invitation, standing, turn, filter);
    }
}
