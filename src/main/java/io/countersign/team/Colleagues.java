package io.countersign.team;

import io.countersign.connection.Source;
import io.countersign.identity.Directory;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who may decide what comes from a source. */
@Component
class Colleagues {

    private final Directory directory;
    private final Teams teams;
    private final Memberships memberships;

    Colleagues(Directory directory, Teams teams, Memberships memberships) {
        this.directory = directory;
        this.teams = teams;
        this.memberships = memberships;
    }

    /** By name, and as what; while there is no team, everybody whose role decides. */
    Map<String, TeamRole> of(Source source) {
        boolean open = !teams.any();
        Map<String, TeamRole> members = open ? Map.of() : memberships.members(source);
        Map<String, TeamRole> colleagues = new LinkedHashMap<>();
        for (Person person : directory.deciders()) {
            TeamRole role = open ? roleOf(person) : members.get(person.name());
            if (role != null) {
                colleagues.put(person.name(), role);
            }
        }
        return colleagues;
    }

    static TeamRole roleOf(Person person) {
        return person.roles().contains(Role.LEAD) ? TeamRole.LEAD : TeamRole.REVIEWER;
    }
}
