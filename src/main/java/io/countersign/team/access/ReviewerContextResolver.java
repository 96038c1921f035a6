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
                all ? EVERYTHING : MembershipRepository.OURS,
                Map.of(
                        AssignmentFilter.MINE,
                        MINE,
                        AssignmentFilter.FREE,
                        FREE,
                        AssignmentFilter.TEAM,
                        open ? EVERYTHING : MembershipRepository.OURS,
                        AssignmentFilter.HELD,
                        HELD,
                        AssignmentFilter.LOOKED_AFTER,
                        MembershipRepository.THEIRS),
                Map.of("scope_person", person, "scope_now", time(clock.instant())),
                !all && membershipRepository.none(person));
    }

    Optional<Set<String>> teammates(String person) {
        return teamRepository.any() ? Optional.of(membershipRepository.teammates(person)) : Optional.empty();
    }

    ReviewerContext of(Invitation invitation, String name) {
        MembershipRepository.Care care = membershipRepository.of(invitation.source());
        Optional<Person> person = personRepository.find(name);
        TeamRole role = role(person, care);
        boolean decides = role != null;
        Claim claim = claimRepository.find(invitation.id()).orElse(null);
        List<String> givers = decides && role != TeamRole.LEAD ? activeDelegations.of(name) : List.of();
        String leading = leading(givers, care, claim);
        return new ReviewerContext(
                name,
                care.open() || decides || person.filter(Person::seesAll).isPresent(),
                decides,
                decides && role == TeamRole.LEAD || leading != null,
                care.teams(),
                claim,
                leading != null ? leading : holding(givers, care, claim),
                Set.copyOf(givers));
    }

    /** Returns the team role with which a user decides; null if the user may not decide. */
    private static @Nullable TeamRole role(Optional<Person> person, MembershipRepository.Care care) {
        return person.filter(Person::mayDecide)
                .map(known -> EligibleReviewers.role(known, care))
                .orElse(null);
    }

    /** Returns a lead among the users whose delegate this user is, preferably the assignee. */
    private @Nullable String leading(List<String> givers, MembershipRepository.Care care, @Nullable Claim claim) {
        List<String> leads = givers.stream()
                .filter(giver -> role(personRepository.find(giver), care) == TeamRole.LEAD)
                .toList();
        return leads.stream()
                .filter(lead -> claim != null && claim.person().equals(lead))
                .findFirst()
                .orElseGet(() -> leads.stream().findFirst().orElse(null));
    }

    /** Returns the assignee if this user is their delegate and the assignee may decide the invitation. */
    private @Nullable String holding(List<String> givers, MembershipRepository.Care care, @Nullable Claim claim) {
        return claim != null
                        && givers.contains(claim.person())
                        && role(personRepository.find(claim.person()), care) != null
                ? claim.person()
                : null;
    }

    /** Returns whether a user may decide invitations of a source. */
    public boolean decides(String name, Source source) {
        return role(personRepository.find(name), membershipRepository.of(source)) != null;
    }
}
