package io.countersign.team.access;

import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.identity.UserDirectory;
import io.countersign.team.persistence.MembershipRepository;
import io.countersign.team.persistence.MembershipRepository.Standing;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the users to whom a lead can assign invitations. */
@Component
public class AssignableColleagues {

    private final MembershipRepository membershipRepository;
    private final UserDirectory userDirectory;

    AssignableColleagues(MembershipRepository membershipRepository, UserDirectory userDirectory) {
        this.membershipRepository = membershipRepository;
        this.userDirectory = userDirectory;
    }

    /**
     * A team that the user leads.
     *
     * @param name empty if there are no teams
     * @param members those who can decide, sorted by name
     */
    public record Group(String name, List<String> members) {}

    /** Returns the teams that a user leads; without any team, a lead leads all users. */
    public List<Group> groups(String person) {
        Standing standing = membershipRepository.standing(person);
        if (!standing.open() && standing.led().isEmpty()) {
            return List.of();
        }
        List<Person> deciders = userDirectory.deciders();
        if (standing.open()) {
            boolean lead = deciders.stream().anyMatch(each -> leads(each, person));
            return lead ? List.of(new Group("", names(deciders))) : List.of();
        }
        return standing.led().entrySet().stream()
                .map(team -> new Group(
                        team.getKey(),
                        names(deciders).stream()
                                .filter(team.getValue()::contains)
                                .toList()))
                .toList();
    }

    /** Returns the members of all these teams, sorted by name; empty if the user leads none. */
    public List<String> of(String person) {
        return groups(person).stream()
                .flatMap(group -> group.members().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::name).toList();
    }

    private static boolean leads(Person decider, String person) {
        return decider.name().equals(person) && decider.roles().contains(Role.LEAD);
    }
}
