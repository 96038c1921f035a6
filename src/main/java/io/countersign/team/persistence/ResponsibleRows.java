package io.countersign.team.persistence;

import io.countersign.team.TeamRole;
import io.countersign.team.persistence.MembershipRepository.Responsibility;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Combines the rows of {@link MembershipRepository#RESPONSIBLE}. */
final class ResponsibleRows {

    private final Set<String> teams = new LinkedHashSet<>();
    private final Map<String, TeamRole> members = new LinkedHashMap<>();
    private boolean any;

    void add(@Nullable String team, @Nullable String person, @Nullable String role) {
        any = true;
        if (team != null) {
            teams.add(team);
        }
        if (person != null) {
            members.merge(person, TeamRole.valueOf(role), TeamRole::most);
        }
    }

    Responsibility responsibility() {
        return new Responsibility(!any, List.copyOf(teams), members);
    }
}
