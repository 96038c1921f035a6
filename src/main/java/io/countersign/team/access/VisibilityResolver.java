package io.countersign.team.access;

import io.countersign.connection.InvitationId;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.invitation.AssignmentFilter;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.AssignmentCriteria;
import io.countersign.invitation.queue.AssignmentMatch;
import io.countersign.team.persistence.ClaimRepository;
import io.countersign.team.persistence.CommentRepository;
import io.countersign.team.persistence.MembershipRepository;
import io.countersign.team.persistence.TeamRepository;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Determines which invitations a user may see, and which of them a filter by assignee or team selects. */
@Component
public class VisibilityResolver {

    private final PersonRepository personRepository;
    private final TeamRepository teamRepository;
    private final MembershipRepository membershipRepository;
    private final ClaimRepository claimRepository;
    private final CommentRepository commentRepository;

    public VisibilityResolver(
            PersonRepository personRepository,
            TeamRepository teamRepository,
            MembershipRepository membershipRepository,
            ClaimRepository claimRepository,
            CommentRepository commentRepository) {
        this.personRepository = personRepository;
        this.teamRepository = teamRepository;
        this.membershipRepository = membershipRepository;
        this.claimRepository = claimRepository;
        this.commentRepository = commentRepository;
    }

    VisibilityScope scope(String person) {
        return personRepository.find(person).filter(Person::seesAll).isPresent()
                ? VisibilityScope.EVERYTHING
                : scopeOfTeams(person);
    }

    /** Returns the sources of the user's teams; without any team, all sources belong to all users. */
    private VisibilityScope scopeOfTeams(String person) {
        return teamRepository.any() ? membershipRepository.scope(person) : VisibilityScope.EVERYTHING;
    }

    AssignmentMatch match(AssignmentCriteria criteria, String person) {
        AssignmentFilter filter = criteria.filter();
        VisibilityScope sources = filter == AssignmentFilter.TEAM ? scopeOfTeams(person) : VisibilityScope.EVERYTHING;
        return new AssignmentMatch(
                criteria.team() == null ? sources : sources.and(membershipRepository.scopeOfTeam(criteria.team())),
                only(criteria, person),
                filter == AssignmentFilter.UNASSIGNED ? claimRepository.all().keySet() : null);
    }

    private @Nullable Set<InvitationId> only(AssignmentCriteria criteria, String person) {
        Set<InvitationId> held = criteria.holder() == null ? null : claimRepository.heldBy(stored(criteria.holder()));
        if (criteria.filter() != AssignmentFilter.MINE) {
            return held;
        }
        Set<InvitationId> mine = new HashSet<>(claimRepository.heldBy(person));
        mine.addAll(commentRepository.unseenBy(person));
        if (held != null) {
            mine.retainAll(held);
        }
        return mine;
    }

    private String stored(String typedName) {
        return personRepository.findTyped(typedName).map(Person::name).orElse(typedName);
    }

    Optional<Set<String>> teammates(String person) {
        return teamRepository.any() ? Optional.of(membershipRepository.teammates(person)) : Optional.empty();
    }
}
