package io.countersign.invitation;

import io.countersign.connection.InvitationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.ui.Model;

/** A desk without teams, where everything is everyone's and nobody's turn; tests override what they are about. */
public class OpenToAll implements Teamwork {

    @Override
    public Scope scope(String person) {
        return Scope.EVERYTHING;
    }

    @Override
    public Optional<Set<String>> teammates(String person) {
        return Optional.empty();
    }

    @Override
    public Standing standing(Invitation invitation, String person) {
        return new Standing(person, true, true, false, List.of(), null, null, Set.of());
    }

    @Override
    public Standing admit(Invitation invitation, String person) {
        return standing(invitation, person);
    }

    @Override
    public Map<InvitationId, TurnView> turns(Collection<InvitationId> ids, String person) {
        return Map.of();
    }

    @Override
    public List<Said> said(InvitationId id) {
        return List.of();
    }

    @Override
    public void show(Model model, Invitation invitation, Standing standing, QueueFilter filter) {}
}
