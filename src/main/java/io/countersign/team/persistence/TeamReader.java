package io.countersign.team.persistence;

import static io.countersign.invitation.InvitationColumns.instant;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.team.Team;
import io.countersign.team.TeamRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads teams, and combines the rows of their members and accounts. */
record TeamReader(NamedParameterJdbcTemplate jdbc) {

    /** @param where a condition on the table {@code team t}; empty for all teams */
    List<StoredTeam> read(String where, Map<String, ?> parameters) {
        Map<Long, StoredTeam> teams = new LinkedHashMap<>();
        jdbc.query("select t.* from team t %s order by lower(t.name), t.id".formatted(where), parameters, row -> {
            teams.put(row.getLong("id"), empty(row));
        });
        readMembers(
                "team_member", where, parameters, teams, stored -> stored.team().members());
        readMembers("team_group_member", where, parameters, teams, StoredTeam::groupMembers);
        jdbc.query(
                "select s.* from team_source s join team t on t.id = s.team_id %s order by s.account_id, s.region"
                        .formatted(where),
                parameters,
                row -> {
                    addRegion(teams.get(row.getLong("team_id")), row);
                });
        return List.copyOf(teams.values());
    }

    private void readMembers(
            String table,
            String where,
            Map<String, ?> parameters,
            Map<Long, StoredTeam> teams,
            Function<StoredTeam, Map<String, TeamRole>> members) {
        jdbc.query(
                "select m.* from %s m join team t on t.id = m.team_id %s order by m.person".formatted(table, where),
                parameters,
                row -> {
                    // a team may be added between the statements
                    StoredTeam team = teams.get(row.getLong("team_id"));
                    if (team != null) {
                        members.apply(team).put(row.getString("person"), TeamRole.valueOf(row.getString("role")));
                    }
                });
    }

    private static StoredTeam empty(ResultSet row) throws SQLException {
        return new StoredTeam(
                row.getLong("id"),
                new Team(row.getString("name"), new LinkedHashMap<>(), new LinkedHashMap<>()),
                new LinkedHashMap<>(),
                row.getInt("version"),
                Objects.requireNonNull(instant(row, "changed_at")),
                row.getString("changed_by"));
    }

    private static void addRegion(StoredTeam team, ResultSet row) throws SQLException {
        if (team == null) {
            return;
        }
        List<Region> regions = team.team()
                .accounts()
                .computeIfAbsent(new AccountId(row.getString("account_id")), account -> new ArrayList<>());
        if (!row.getString("region").isEmpty()) {
            regions.add(new Region(row.getString("region")));
        }
    }
}
