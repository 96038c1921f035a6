package io.countersign.team.group;

import io.countersign.team.TeamRole;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the teams of a user that come from groups. */
@Repository
class GroupMemberRepository {

    private final JdbcClient jdbc;

    GroupMemberRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the team role by the name of the team. */
    Map<String, TeamRole> of(String person) {
        Map<String, TeamRole> teams = new HashMap<>();
        jdbc.sql("""
                select t.name, m.role from team_group_member m join team t on t.id = m.team_id
                where m.person = :person""").param("person", person).query(row -> {
            teams.put(row.getString("name"), TeamRole.valueOf(row.getString("role")));
        });
        return teams;
    }

    /** Returns those of the teams that exist, by their stored names. */
    Map<String, TeamRole> existing(Map<String, TeamRole> teams) {
        if (teams.isEmpty()) {
            return Map.of();
        }
        Map<String, TeamRole> byName = new HashMap<>();
        teams.forEach((name, role) -> byName.merge(name.toLowerCase(Locale.ROOT), role, TeamRole::most));
        Map<String, TeamRole> existing = new HashMap<>();
        jdbc.sql("select name, lower(name) as key from team where lower(name) in (:names)")
                .param("names", byName.keySet())
                .query(row -> {
                    existing.put(row.getString("name"), byName.get(row.getString("key")));
                });
        return existing;
    }

    /** Two sign-ins of a user may do this at once. A team that was removed meanwhile is left out. */
    void replace(String person, Map<String, TeamRole> teams) {
        jdbc.sql("delete from team_group_grant where person = :person")
                .param("person", person)
                .update();
        teams.forEach((team, role) -> jdbc.sql("""
                insert into team_group_grant (team_id, person, role)
                select id, :person, :role from team where name = :team
                on conflict (team_id, person) do update set role = excluded.role""")
                .param("person", person)
                .param("role", role.name())
                .param("team", team)
                .update());
    }
}
