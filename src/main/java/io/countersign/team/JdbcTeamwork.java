package io.countersign.team;

import io.countersign.connection.InvitationId;
import io.countersign.identity.NotYours;
import io.countersign.invitation.Claim;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.QueueFilter;
import io.countersign.invitation.Said;
import io.countersign.invitation.Scope;
import io.countersign.invitation.Standing;
import io.countersign.invitation.Teamwork;
import io.countersign.invitation.TurnView;
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
import org.springframework.ui.Model;

/** What the pages and rules of others ask the teams. */
@Component
class JdbcTeamwork implements Teamwork {

    private final Standings standings;
    private final Claims claims;
    private final Remarks remarks;
    private final TurnPanels panels;
    private final MessageSourceAccessor messages;

    JdbcTeamwork(Standings standings, Claims claims, Remarks remarks, TurnPanels panels, MessageSource messages) {
        this.standings = standings;
        this.claims = claims;
        this.remarks = remarks;
        this.panels = panels;
        this.messages = new MessageSourceAccessor(messages);
    }

    @Override
    public Scope scope(String person) {
        return standings.scope(person);
    }

    @Override
    public Optional<Set<String>> teammates(String person) {
        return standings.teammates(person);
    }

    @Override
    public Standing standing(Invitation invitation, String person) {
        return standings.of(invitation, person);
    }

    @Override
    public Standing admit(Invitation invitation, String person) {
        Standing standing = standings.of(invitation, person);
        if (!standing.sees()) {
            List<String> teams = standing.teams();
            throw new NotYours(
                    teams.isEmpty()
                            ? messages.getMessage("team.not-yours.nobody")
                            : messages.getMessage("team.not-yours", new Object[] {String.join(", ", teams)}));
        }
        return standing;
    }

    @Override
    public Map<InvitationId, TurnView> turns(Collection<InvitationId> ids, String person) {
        Map<InvitationId, Claim> claimed = claims.find(ids);
        Map<InvitationId, Said> naming = remarks.naming(person, ids);
        Map<InvitationId, TurnView> turns = new HashMap<>();
        claimed.forEach((id, claim) -> turns.put(id, claimed(claim, person)));
        naming.forEach((id, said) -> turns.compute(
                id,
                (same, turn) -> turn != null && turn.mine() ? turn : named(said, turn == null ? null : turn.person())));
        return turns;
    }

    private static TurnView claimed(Claim claim, String person) {
        return new TurnView(
                claim.person(),
                claim.person().equals(person),
                claim.taken() ? "TAKEN" : "GIVEN",
                claim.givenBy(),
                claim.since(),
                claim.until());
    }

    private static TurnView named(Said said, @Nullable String holder) {
        return new TurnView(holder, true, "NAMED", said.person(), said.at(), null);
    }

    @Override
    public List<Said> said(InvitationId id) {
        return remarks.of(id);
    }

    @Override
    public void show(Model model, Invitation invitation, Standing standing, QueueFilter filter) {
        TurnView turn = turns(List.of(invitation.id()), standing.person()).get(invitation.id());
        model.addAttribute("turn", panels.of(invitation, standing, turn, filter));
    }
}
