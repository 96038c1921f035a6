package io.countersign.sso.group;

import io.countersign.identity.Role;
import io.countersign.team.TeamRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the groups of a user give together.
 *
 * @param teams the team role by the name of the team as configured, sorted; the higher one if several groups name the team
 */
public record GroupRights(Set<Role> roles, Map<String, TeamRole> teams) {

    public static GroupRights of(List<GroupMapping> mappings) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Map<String, TeamRole> teams = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        mappings.forEach(mapping -> {
            roles.addAll(mapping.roles());
            mapping.teamRoles().forEach((team, role) -> teams.merge(team, role, TeamRole::most));
        });
        return new GroupRights(roles, teams);
    }
}
