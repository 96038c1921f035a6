package io.countersign.team.access;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.AssignmentMatch;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.team.AssignmentView;
import io.countersign.team.Comment;
import io.countersign.team.ReviewerContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.support.StaticMessageSource;

/**
 * Access without teams: every user sees and decides everything, and nothing is assigned. Tests override single methods.
 */
public class UnrestrictedAccess extends ReviewerAccess {

    public UnrestrictedAccess() {
        super(null, null, null, null, null, null, new StaticMessageSource());
    }

    @Override
    public VisibilityScope scope(String person) {
        return VisibilityScope.EVERYTHING;
    }

    @Override
    public QueueFilter restrict(QueueFilter filter, String person) {
        return filter.in(scope(person), AssignmentMatch.ALL);
    }

    @Override
    public Optional<Set<String>> teammates(String person) {
        return Optional.empty();
    }

    @Override
    public ReviewerContext context(Invitation invitation, String person) {
        return new ReviewerContext(person, true, true, false, List.of(), null, null, Set.of());
    }

    @Override
    public ReviewerContext admit(Invitation invitation, String person) {
        return context(invitation, person);
    }

    @Override
    public Map<InvitationId, AssignmentView> assignments(Collection<InvitationId> ids, String person) {
        return Map.of();
    }

    @Override
    public List<String> assignable(String person) {
        return List.of();
    }

    @Override
    public List<Comment> comments(InvitationId id) {
        return List.of();
    }
}
