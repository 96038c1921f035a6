package io.countersign.team;

import io.countersign.connection.Source;
import io.countersign.identity.Directory;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may decide what comes from a source. */
@Component
class Colleagues {

    private final Directory directory;
    private final Memberships memberships;

    Colleagues(Directory directory, Memberships memberships) {
        this.directory = directory;
        this.memberships = memberships;
    }

    /** By name, and as what; while there is no team, everybody whose role decides. */
    Map<String, TeamRole> of(Source source) {
        Memberships.Care care = memberships.of(source);
        Map<String, TeamRole> colleagues = new LinkedHashMap<>();
        for (Person person : directory.deciders()) {
            TeamRole role = role(person, care);
            if (role != null) {
                colleagues.put(person.name(), role);
            }
        }
        return colleagues;
    }

    /** Null where they do not decide. */
    static @Nullable TeamRole role(Person person, Memberships.Care care) {
        return care.open() ? roleOf(person) : care.members().get(person.name());
    }

    private static TeamRole roleOf(Person person) {
        return person.roles().contains(Role.LEAD) ? TeamRole.LEAD : TeamRole.REVIEWER;
    }
}
