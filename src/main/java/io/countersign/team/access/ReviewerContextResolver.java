package io.countersign.team.access;

import io.countersign.connection.Source;
import io.countersign.identity.Person;
import io.countersign.identity.PersonRepository;
import io.countersign.invitation.Invitation;
import io.countersign.team.Claim;
import io.countersign.team.ReviewerContext;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.MembershipRepository;
import io.countersign.team.persistence.MembershipRepository.Responsibility;
import io.countersign.team.persistence.ReviewFactsRepository;
import io.countersign.team.persistence.ReviewFactsRepository.ReviewFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Determines what a user may do with an invitation. Each call reads the database, so that a team change takes effect
 * immediately.
 */
@Component
public class ReviewerContextResolver {

    private final PersonRepository personRepository;
    private final MembershipRepository membershipRepository;
    private final ReviewFactsRepository reviewFacts;

    public ReviewerContextResolver(
            PersonRepository personRepository,
            MembershipRepository membershipRepository,
            ReviewFactsRepository reviewFacts) {
        this.personRepository = personRepository;
        this.membershipRepository = membershipRepository;
        this.reviewFacts = reviewFacts;
    }

    ReviewerContext of(Invitation invitation, String name) {
        ReviewFacts facts = reviewFacts.of(invitation);
        Responsibility responsibility = facts.responsibility();
        Optional<Person> person = personRepository.find(name);
        TeamRole role = role(person, responsibility);
        boolean decides = role != null;
        Claim claim = facts.claim();
        List<String> represented = decides ? represented(name, facts) : List.of();
        List<String> needed = role == TeamRole.LEAD ? List.of() : represented;
        String lead = representedLead(needed, responsibility, claim);
        return new ReviewerContext(
                name,
                responsibility.open()
                        || decides
                        || person.filter(Person::seesAll).isPresent(),
                decides,
                decides && role == TeamRole.LEAD || lead != null,
                responsibility.teams(),
                claim,
                lead != null ? lead : representedAssignee(needed, claim),
                Set.copyOf(represented));
    }

    /** Returns the team role with which a user decides; null if the user may not decide. */
    private static @Nullable TeamRole role(Optional<Person> person, Responsibility responsibility) {
        return person.filter(Person::mayDecide)
                .map(known -> EligibleReviewers.role(known, responsibility))
                .orElse(null);
    }

    /** Returns the users whose delegate this user is, and who may decide the invitation themselves. */
    private List<String> represented(String delegate, ReviewFacts facts) {
        return facts.represented().getOrDefault(delegate, List.of()).stream()
                .filter(user -> role(personRepository.find(user), facts.responsibility()) != null)
                .toList();
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

    private static @Nullable String representedAssignee(List<String> represented, @Nullable Claim claim) {
        return claim != null && represented.contains(claim.person()) ? claim.person() : null;
    }

    /** Returns the stored name of a user who may decide invitations of a source; empty for other users. */
    public Optional<String> decider(String typedName, Source source) {
        return personRepository.findTyped(typedName).map(Person::name).filter(name -> decides(name, source));
    }

    /** Returns whether a user may decide invitations of a source. */
    public boolean decides(String name, Source source) {
        return role(personRepository.find(name), membershipRepository.of(source)) != null;
    }
}
