package io.countersign.team.access;

import io.countersign.connection.InvitationId;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.invitation.AssignmentFilter;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.queue.AssignmentCriteria;
import io.countersign.invitation.queue.AssignmentMatch;
import io.countersign.invitation.queue.BadgeMatcher;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.queue.QueueSort;
import io.countersign.team.persistence.ClaimRepository;
import io.countersign.team.persistence.CommentRepository;
import io.countersign.team.persistence.MembershipRepository;
import io.countersign.team.persistence.MembershipRepository.Standing;
import io.countersign.team.persistence.PersonalWorkRepository;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Determines which invitations a user may see, and which of them a filter by assignee or team selects. */
@Component
public class VisibilityResolver {

    private final PersonRepository personRepository;
    private final MembershipRepository membershipRepository;
    private final ClaimRepository claimRepository;
    private final CommentRepository commentRepository;
    private final PersonalWorkRepository personalWork;
    private final BadgeMatcher badges;

    public VisibilityResolver(
            PersonRepository personRepository,
            MembershipRepository membershipRepository,
            ClaimRepository claimRepository,
            CommentRepository commentRepository,
            PersonalWorkRepository personalWork,
            BadgeMatcher badges) {
        this.personRepository = personRepository;
        this.membershipRepository = membershipRepository;
        this.claimRepository = claimRepository;
        this.commentRepository = commentRepository;
        this.personalWork = personalWork;
        this.badges = badges;
    }

    VisibilityScope scope(String person) {
        return personRepository.find(person).filter(Person::seesAll).isPresent()
                ? VisibilityScope.EVERYTHING
                : scopeOfTeams(person);
    }

    /** Returns the sources of the user's teams; without any team, all sources belong to all users. */
    private VisibilityScope scopeOfTeams(String person) {
        Standing standing = membershipRepository.standing(person);
        return standing.open() ? VisibilityScope.EVERYTHING : standing.scope();
    }

    /** Returns the filter with what the user may see and what its criteria select for the user now. */
    QueueFilter restrict(QueueFilter filter, String person) {
        return filter.in(scope(person), match(filter, person))
                .with(badges.match(filter.criteria().badges()));
    }

    private AssignmentMatch match(QueueFilter asked, String person) {
        AssignmentCriteria criteria = asked.assignment();
        AssignmentFilter filter = criteria.filter();
        VisibilityScope sources = filter == AssignmentFilter.TEAM ? scopeOfTeams(person) : VisibilityScope.EVERYTHING;
        return new AssignmentMatch(
                criteria.team() == null ? sources : sources.and(membershipRepository.scopeOfTeam(criteria.team())),
                only(criteria, person),
                filter == AssignmentFilter.UNASSIGNED ? claimRepository.all().keySet() : null,
                asked.by() == QueueSort.ASSIGNEE ? assignees() : Map.of());
    }

    private Map<InvitationId, String> assignees() {
        return claimRepository.all().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().person()));
    }

    private @Nullable Set<InvitationId> only(AssignmentCriteria criteria, String person) {
        Set<InvitationId> held = criteria.holder() == null ? null : claimRepository.heldBy(stored(criteria.holder()));
        Set<InvitationId> own = criteria.filter() == null ? null : own(criteria.filter(), person);
        if (held != null && own != null) {
            held.retainAll(own);
        }
        return held == null ? own : held;
    }

    private @Nullable Set<InvitationId> own(AssignmentFilter filter, String person) {
        return switch (filter) {
            case MINE -> claimRepository.heldBy(person);
            case MENTIONED -> commentRepository.unseenBy(person);
            case APPROVE -> personalWork.approvable(person);
            case UNASSIGNED, TEAM -> null;
        };
    }

    private String stored(String typedName) {
        return personRepository.findTyped(typedName).map(Person::name).orElse(typedName);
    }

    Optional<Set<String>> teammates(String person) {
        return Optional.of(membershipRepository.standing(person))
                .filter(standing -> !standing.open())
                .map(Standing::teammates);
    }
}
