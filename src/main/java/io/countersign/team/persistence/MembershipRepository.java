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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds responsible teams and members by user or by source. */
@Repository
public class MembershipRepository {

    /** The last row shows that there are teams even if none of them is responsible for the source. */
    private static final String RESPONSIBLE = """
            select t.name, m.person, m.role from team t
            join team_source s on s.team_id = t.id and s.account_id = :account and s.region in ('', :region)
            left join team_member m on m.team_id = t.id
            union all
            select cast(null as varchar(100)), cast(null as varchar(100)), cast(null as varchar(20))
            where exists (select 1 from team)
            order by name, person""";

    private static final String STANDING = """
            select not exists (select 1 from team) as open,
              exists (select 1 from team_member where person = :person) as member,
              exists (select 1 from team_member where person = :person and role = 'LEAD') as leads,
              array(select distinct s.account_id || '/' || s.region from team_member m
                join team_source s on s.team_id = m.team_id where m.person = :person) as places,
              array(select distinct other.person from team_member own
                join team_member other on other.team_id = own.team_id where own.person = :person) as teammates""";

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
     * @param leads whether the user leads a team
     * @param scope the sources of the user's teams
     * @param teammates the members of the user's teams, including the user
     */
    public record Standing(boolean open, boolean leads, VisibilityScope scope, Set<String> teammates) {}

    private record StandingOf(String person) {}

    public Standing standing(String person) {
        return PageReads.once(new StandingOf(person), () -> jdbc.sql(STANDING)
                .param("person", person)
                .query((row, number) -> standing(row, person))
                .single());
    }

    private static Standing standing(ResultSet row, String person) throws SQLException {
        Set<Place> places =
                strings(row, "places").map(MembershipRepository::place).collect(Collectors.toSet());
        return new Standing(
                row.getBoolean("open"),
                row.getBoolean("leads"),
                new VisibilityScope(false, places, !row.getBoolean("member")),
                Stream.concat(strings(row, "teammates"), Stream.of(person)).collect(Collectors.toSet()));
    }

    private static Stream<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    /** Returns the members of the teams that a user leads, by team, in the order of the names. */
    public Map<String, Set<String>> led(String person) {
        Map<String, Set<String>> led = new LinkedHashMap<>();
        jdbc.sql("""
                        select t.name, other.person from team_member own join team t on t.id = own.team_id
                        join team_member other on other.team_id = t.id
                        where own.person = :person and own.role = 'LEAD' order by lower(t.name), t.id""").param("person", person).query(row -> {
            led.computeIfAbsent(row.getString(1), team -> new HashSet<>()).add(row.getString(2));
        });
        return led;
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
        return PageReads.once(source, () -> read(source));
    }

    private Responsibility read(Source source) {
        Set<String> teams = new LinkedHashSet<>();
        Map<String, TeamRole> members = new LinkedHashMap<>();
        AtomicBoolean any = new AtomicBoolean();
        jdbc.sql(RESPONSIBLE)
                .param("account", source.account().value())
                .param("region", source.region().value())
                .query(row -> {
                    any.set(true);
                    if (row.getString("name") != null) {
                        teams.add(row.getString("name"));
                    }
                    if (row.getString("person") != null) {
                        members.merge(row.getString("person"), TeamRole.valueOf(row.getString("role")), TeamRole::most);
                    }
                });
        return new Responsibility(!any.get(), List.copyOf(teams), members);
    }
}
