package io.countersign.team.access;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.Source;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.invitation.AssignmentFilter;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.VisibilityScope;
import io.countersign.team.Claim;
import io.countersign.team.ReviewerContext;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.ClaimRepository;
import io.countersign.team.persistence.MembershipRepository;
import io.countersign.team.persistence.MembershipRepository.Responsibility;
import io.countersign.team.persistence.TeamRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Determines what a user may see and decide. Each call reads the database, so that a team change takes effect
 * immediately.
 */
@Component
public class ReviewerContextResolver {

    private static final String EVERYTHING = VisibilityScope.EVERYTHING.seen();

    private static final String MINE = """
            (invitation_id in (select c.invitation_id from claim c where c.person = :scope_person and c.until_at > :scope_now)
              or invitation_id in (select n.invitation_id from mention n where n.person = :scope_person and not n.seen))""";

    private static final String HELD =
            "invitation_id in (select c.invitation_id from claim c where c.person = :held and c.until_at > :scope_now)";

    private static final String FREE =
            "invitation_id not in (select c.invitation_id from claim c where c.until_at > :scope_now)";

    private final PersonRepository personRepository;
    private final TeamRepository teamRepository;
    private final MembershipRepository membershipRepository;
    private final ClaimRepository claimRepository;
    private final ActiveDelegations activeDelegations;
    private final InstantSource clock;

    public ReviewerContextResolver(
            PersonRepository personRepository,
            TeamRepository teamRepository,
            MembershipRepository membershipRepository,
            ClaimRepository claimRepository,
            ActiveDelegations activeDelegations,
            InstantSource clock) {
        this.personRepository = personRepository;
        this.teamRepository = teamRepository;
        this.membershipRepository = membershipRepository;
        this.claimRepository = claimRepository;
        this.activeDelegations = activeDelegations;
        this.clock = clock;
    }

    VisibilityScope scope(String person) {
        boolean open = !teamRepository.any();
        boolean all =
                open || personRepository.find(person).filter(Person::seesAll).isPresent();
        return new VisibilityScope(
                all ? EVERYTHING : MembershipRepository.TEAMS_OF_USER,
                Map.of(
                        AssignmentFilter.MINE,
                        MINE,
                        AssignmentFilter.FREE,
                        FREE,
                        AssignmentFilter.TEAM,
                        open ? EVERYTHING : MembershipRepository.TEAMS_OF_USER,
                        AssignmentFilter.HELD,
                        HELD,
                        AssignmentFilter.LOOKED_AFTER,
                        MembershipRepository.NAMED_TEAM),
                Map.of("scope_person", person, "scope_now", time(clock.instant())),
                !all && membershipRepository.none(person));
    }

    Optional<Set<String>> teammates(String person) {
        return teamRepository.any() ? Optional.of(membershipRepository.teammates(person)) : Optional.empty();
    }

    ReviewerContext of(Invitation invitation, String name) {
        Responsibility responsibility = membershipRepository.of(invitation.source());
        Optional<Person> person = personRepository.find(name);
        TeamRole role = role(person, responsibility);
        boolean decides = role != null;
        Claim claim = claimRepository.find(invitation.id()).orElse(null);
        List<String> represented = decides && role != TeamRole.LEAD ? activeDelegations.of(name) : List.of();
        String lead = representedLead(represented, responsibility, claim);
        return new ReviewerContext(
                name,
                responsibility.open()
                        || decides
                        || person.filter(Person::seesAll).isPresent(),
                decides,
                decides && role == TeamRole.LEAD || lead != null,
                responsibility.teams(),
                claim,
                lead != null ? lead : representedAssignee(represented, responsibility, claim),
                Set.copyOf(represented));
    }

    /** Returns the team role with which a user decides; null if the user may not decide. */
    private static @Nullable TeamRole role(Optional<Person> person, Responsibility responsibility) {
        return person.filter(Person::mayDecide)
                .map(known -> EligibleReviewers.role(known, responsibility))
                .orElse(null);
    }

    /** Returns a lead among the users whose delegate this user is, preferably the assignee. */
    private @Nullable String representedLead(
            List<String> represented, Responsibility responsibility, @Nullable Claim claim) {
        List<String> leads = represented.stream()
                .filter(user -> role(personRepository.find(user), responsibility) == TeamRole.LEAD)
                .toList();
        return leads.stream()
                .filter(lead -> claim != null && claim.person().equals(lead))
                .findFirst()
                .orElseGet(() -> leads.stream().findFirst().orElse(null));
    }

    /** Returns the assignee if this user is their delegate and the assignee may decide the invitation. */
    private @Nullable String representedAssignee(
            List<String> represented, Responsibility responsibility, @Nullable Claim claim) {
        return claim != null
                        && represented.contains(claim.person())
                        && role(personRepository.find(claim.person()), responsibility) != null
                ? claim.person()
                : null;
    }

    /** Returns whether a user may decide invitations of a source. */
    public boolean decides(String name, Source source) {
        return role(personRepository.find(name), membershipRepository.of(source)) != null;
    }
}
