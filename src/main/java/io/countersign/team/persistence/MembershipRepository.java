package io.countersign.team.persistence;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.VisibilityScope.Place;
import io.countersign.team.TeamRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
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

    /** Returns the sources of a user's teams. */
    public VisibilityScope scope(String person) {
        List<Optional<Place>> places = jdbc.sql("""
                select s.account_id, s.region from team_member m left join team_source s on s.team_id = m.team_id
                where m.person = :person""")
                .param("person", person)
                .query(MembershipRepository::place)
                .list();
        return new VisibilityScope(
                false, places.stream().flatMap(Optional::stream).collect(Collectors.toSet()), places.isEmpty());
    }

    /** Returns the sources of a team; an unknown team has none. */
    public VisibilityScope scopeOfTeam(String name) {
        return VisibilityScope.of(jdbc.sql("""
                select s.account_id, s.region from team_source s join team t on t.id = s.team_id where t.name = :name""").param("name", name).query(MembershipRepository::place).list().stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
    }

    /** Returns the place in the row; empty for the row of a team without accounts. */
    private static Optional<Place> place(ResultSet row, int number) throws SQLException {
        String account = row.getString("account_id");
        String region = row.getString("region");
        return Optional.ofNullable(account)
                .map(AccountId::new)
                .map(id -> new Place(id, region.isEmpty() ? null : new Region(region)));
    }

    /** Returns the members of a user's teams, including the user. */
    public Set<String> teammates(String person) {
        Set<String> mates = new HashSet<>(
                jdbc.sql("""
                        select distinct other.person from team_member own
                        join team_member other on other.team_id = own.team_id where own.person = :person""").param("person", person).query(String.class).list());
        mates.add(person);
        return mates;
    }

    public Responsibility of(Source source) {
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
