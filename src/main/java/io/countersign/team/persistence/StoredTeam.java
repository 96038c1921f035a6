package io.countersign.team.persistence;

import io.countersign.team.Team;
import io.countersign.team.TeamRole;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A team as stored; each change increases its version.
 *
 * @param groupMembers the team role of users whom groups of an identity provider put into the team, by name, sorted; they
 *     change with the groups, and not with the team
 */
public record StoredTeam(
        long id, Team team, Map<String, TeamRole> groupMembers, int version, Instant changedAt, String changedBy) {

    /** Returns the team role of all members, with the higher one if a user has two, by name, sorted. */
    public Map<String, TeamRole> allMembers() {
        Map<String, TeamRole> all = new TreeMap<>(team.members());
        groupMembers.forEach((person, role) -> all.merge(person, role, TeamRole::most));
        return all;
    }

    /** Returns whether the user leads the team, as a member or through a group. */
    public boolean ledBy(String person) {
        return allMembers().get(person) == TeamRole.LEAD;
    }
}
