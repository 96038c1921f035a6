package io.countersign.team.persistence;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import io.countersign.http.PageReads;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.VisibilityScope.Place;
import io.countersign.team.TeamRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds responsible teams and members by user or by source. */
@Repository
public class MembershipRepository {

    /** The last row shows that there are teams even if none of them is responsible for the source. */
    static final String RESPONSIBLE = """
            select t.name, m.person, m.role from team t
            join team_source s on s.team_id = t.id and s.account_id = :account and s.region in ('', :region)
            left join team_membership m on m.team_id = t.id
            union all
            select cast(null as varchar(100)), cast(null as varchar(100)), cast(null as varchar(20))
            where exists (select 1 from team)""";

    /** Contains a row for each team of the user, or one with nulls. */
    private static final String STANDING = """
            select any_team.exist, t.name, own.role,
              array(select person from team_membership where team_id = t.id) as members,
              array(select account_id || '/' || region from team_source where team_id = t.id) as places
            from (select exists (select 1 from team) as exist) as any_team
            left join (team t join team_membership own on own.team_id = t.id and own.person = :person) on true
            order by lower(t.name), t.id""";

    private final JdbcClient jdbc;

    MembershipRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The teams and members that are responsible for a source.
     *
     * @param open whether there is no team at all, so that every user with a deciding role decides
     * @param teams the names of the teams, sorted
     * @param members the team role by user name: a lead if one of the teams says so
     */
    public record Responsibility(boolean open, List<String> teams, Map<String, TeamRole> members) {}

    /**
     * The teams of a user.
     *
     * @param open whether there is no team at all, so that everything belongs to all users
     * @param scope the sources of the user's teams
     * @param teammates the members of the user's teams, including the user
     * @param led the members of the teams that the user leads, by team, in the order of the names
     */
    public record Standing(boolean open, VisibilityScope scope, Set<String> teammates, Map<String, Set<String>> led) {}

    private record StandingOf(String person) {}

    public Standing standing(String person) {
        return PageReads.once(
                new StandingOf(person),
                () -> jdbc.sql(STANDING).param("person", person).query((ResultSet rows) -> standing(rows, person)));
    }

    private static Standing standing(ResultSet row, String person) throws SQLException {
        boolean open = false;
        boolean member = false;
        Set<Place> places = new HashSet<>();
        Set<String> teammates = new HashSet<>(Set.of(person));
        Map<String, Set<String>> led = new LinkedHashMap<>();
        while (row.next()) {
            open = !row.getBoolean("exist");
            String role = row.getString("role");
            if (role != null) {
                member = true;
                strings(row, "places").map(MembershipRepository::place).forEach(places::add);
                Set<String> members = strings(row, "members").collect(Collectors.toSet());
                teammates.addAll(members);
                if (TeamRole.valueOf(role) == TeamRole.LEAD) {
                    led.put(row.getString("name"), members);
                }
            }
        }
        return new Standing(open, new VisibilityScope(false, places, !member), teammates, led);
    }

    private static Stream<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    /** Returns the sources of a team; an unknown team has none. */
    public VisibilityScope scopeOfTeam(String name) {
        return VisibilityScope.of(jdbc.sql("""
                select s.account_id || '/' || s.region from team_source s join team t on t.id = s.team_id
                where t.name = :name""").param("name", name).query(String.class).list().stream()
                .map(MembershipRepository::place)
                .collect(Collectors.toSet()));
    }

    /** @param text account and Region with a slash between them; no Region for all */
    private static Place place(String text) {
        String[] parts = text.split("/");
        return new Place(new AccountId(parts[0]), parts.length == 1 ? null : new Region(parts[1]));
    }

    public Responsibility of(Source source) {
        ResponsibleRows rows = new ResponsibleRows();
        jdbc.sql(RESPONSIBLE + " order by name, person")
                .param("account", source.account().value())
                .param("region", source.region().value())
                .query(row -> {
                    rows.add(row.getString("name"), row.getString("person"), row.getString("role"));
                });
        return rows.responsibility();
    }
}
