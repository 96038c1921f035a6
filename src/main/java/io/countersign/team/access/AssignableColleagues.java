package io.countersign.team.access;

import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.identity.UserDirectory;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.StoredTeam;
import io.countersign.team.persistence.TeamRepository;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the users to whom a lead can assign invitations. */
@Component
public class AssignableColleagues {

    private final TeamRepository teamRepository;
    private final UserDirectory userDirectory;

    AssignableColleagues(TeamRepository teamRepository, UserDirectory userDirectory) {
        this.teamRepository = teamRepository;
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
        List<Person> deciders = userDirectory.deciders();
        List<StoredTeam> teams = teamRepository.all();
        List<Group> groups = new ArrayList<>();
        if (teams.isEmpty() && deciders.stream().anyMatch(each -> leads(each, person))) {
            groups.add(new Group("", deciders.stream().map(Person::name).toList()));
        }
        teams.stream()
                .map(StoredTeam::team)
                .filter(team -> team.members().get(person) == TeamRole.LEAD)
                .map(team -> new Group(
                        team.name(),
                        deciders.stream()
                                .map(Person::name)
                                .filter(team.members()::containsKey)
                                .toList()))
                .forEach(groups::add);
        return groups;
    }

    /** Returns the members of all these teams, sorted by name; empty if the user leads none. */
    public List<String> of(String person) {
        return groups(person).stream()
                .flatMap(group -> group.members().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean leads(Person decider, String person) {
        return decider.name().equals(person) && decider.roles().contains(Role.LEAD);
    }
}
