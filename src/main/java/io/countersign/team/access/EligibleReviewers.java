package io.countersign.team.access;

import io.countersign.connection.Source;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.identity.UserDirectory;
import io.countersign.team.TeamRole;
import io.countersign.team.persistence.MembershipRepository;
import io.countersign.team.persistence.MembershipRepository.Responsibility;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the users who may decide invitations of a source. */
@Component
public class EligibleReviewers {

    private final UserDirectory userDirectory;
    private final MembershipRepository membershipRepository;

    public EligibleReviewers(UserDirectory userDirectory, MembershipRepository membershipRepository) {
        this.userDirectory = userDirectory;
        this.membershipRepository = membershipRepository;
    }

    /** Returns the team role by user name; without teams, all users with a deciding role. */
    public Map<String, TeamRole> of(Source source) {
        return among(membershipRepository.of(source));
    }

    Map<String, TeamRole> among(Responsibility responsibility) {
        Map<String, TeamRole> colleagues = new LinkedHashMap<>();
        for (Person person : userDirectory.deciders()) {
            TeamRole role = role(person, responsibility);
            if (role != null) {
                colleagues.put(person.name(), role);
            }
        }
        return colleagues;
    }

    /** Returns null if the user may not decide. */
    static @Nullable TeamRole role(Person person, Responsibility responsibility) {
        return responsibility.open() ? roleOf(person) : responsibility.members().get(person.name());
    }

    private static TeamRole roleOf(Person person) {
        return person.roles().contains(Role.LEAD) ? TeamRole.LEAD : TeamRole.REVIEWER;
    }
}
