package io.countersign.team.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the teams of all users. */
@Repository
public class TeamsOfUsers {

    private final JdbcClient jdbc;

    TeamsOfUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lead whether the user leads the team */
    public record Membership(String team, boolean lead) {}

    /** Returns the teams by username, sorted by name; users without a team are absent. */
    public Map<String, List<Membership>> byUser() {
        Map<String, List<Membership>> teams = new HashMap<>();
        jdbc.sql("""
                select m.person, t.name, m.role = 'LEAD' as leads from team_membership m
                join team t on t.id = m.team_id order by lower(t.name), t.id""").query(row -> {
            teams.computeIfAbsent(row.getString("person"), any -> new ArrayList<>())
                    .add(new Membership(row.getString("name"), row.getBoolean("leads")));
        });
        return teams;
    }
}
