package io.countersign.team.persistence;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.VisibilityScope.Place;
import io.countersign.team.Team;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stores teams with their members and accounts. */
@Repository
public class TeamRepository {

    private static final String COVERAGE = """
            select s.account_id, s.region, bool_or(exists (select 1 from team_membership m
              where m.team_id = t.id and m.person = any(cast(:deciders as varchar array)))) as decided
            from team t left join team_source s on s.team_id = t.id group by s.account_id, s.region""";

    private final NamedParameterJdbcTemplate jdbc;
    private final TeamReader reader;
    private final InstantSource clock;
    private final AtomicInteger changes = new AtomicInteger();

    TeamRepository(NamedParameterJdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.reader = new TeamReader(jdbc);
        this.clock = clock;
    }

    /** Returns whether there is any team; without teams, invitations belong to all users. */
    public boolean any() {
        return !jdbc.queryForList("select 1 from team limit 1", Map.of(), Integer.class)
                .isEmpty();
    }

    /**
     * The sources of all teams.
     *
     * @param decided those of a team with a member who can decide
     */
    public record Coverage(VisibilityScope covered, VisibilityScope decided) {}

    /**
     * Returns empty if there is no team.
     *
     * @param deciders the names of the users who can decide
     */
    public Optional<Coverage> coverage(Collection<String> deciders) {
        Set<Place> covered = new HashSet<>();
        Set<Place> decided = new HashSet<>();
        boolean[] any = {false};
        jdbc.query(COVERAGE, Map.of("deciders", deciders.toArray(String[]::new)), row -> {
            any[0] = true;
            if (row.getString("account_id") != null) {
                String region = row.getString("region");
                Place place = new Place(
                        new AccountId(row.getString("account_id")), region.isEmpty() ? null : new Region(region));
                covered.add(place);
                if (row.getBoolean("decided")) {
                    decided.add(place);
                }
            }
        });
        return any[0]
                ? Optional.of(new Coverage(VisibilityScope.of(covered), VisibilityScope.of(decided)))
                : Optional.empty();
    }

    /** Returns all teams, sorted by name. */
    public List<StoredTeam> all() {
        return reader.read("", Map.of());
    }

    public Optional<StoredTeam> find(long id) {
        return reader.read("where t.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** As {@link #find}, and locks the team until the end of the transaction. */
    public Optional<StoredTeam> findAndHold(long id) {
        jdbc.queryForList("select id from team where id = :id for update", Map.of("id", id));
        return find(id);
    }

    /** Returns whether another team has the name, and locks all names until the end of the transaction. */
    public boolean namedAndHold(String name, long butNot) {
        jdbc.getJdbcOperations().execute("lock table team in share row exclusive mode");
        return !jdbc.queryForList(
                        "select 1 from team where lower(name) = lower(:name) and id <> :id",
                        Map.of("name", name, "id", butNot),
                        Integer.class)
                .isEmpty();
    }

    /** Returns the number of changes through this replica since its start. */
    public int changes() {
        return changes.get();
    }

    public long add(Team team, String person) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                "insert into team (name, version, changed_at, changed_by) values (:name, 1, :at, :by)",
                row(0, team, person),
                key,
                new String[] {"id"});
        long id = Objects.requireNonNull(key.getKey()).longValue();
        addParts(id, team);
        return id;
    }

    public void change(long id, Team team, String person) {
        MapSqlParameterSource row = row(id, team, person);
        jdbc.update("""
                update team set name = :name, version = version + 1, changed_at = :at, changed_by = :by
                where id = :id""", row);
        jdbc.update("delete from team_member where team_id = :id", row);
        jdbc.update("delete from team_source where team_id = :id", row);
        addParts(id, team);
    }

    public void remove(long id) {
        jdbc.update("delete from team where id = :id", Map.of("id", id));
        changes.incrementAndGet();
    }

    private void addParts(long id, Team team) {
        jdbc.batchUpdate(
                "insert into team_member (team_id, person, role) values (:id, :person, :role)",
                team.members().entrySet().stream()
                        .map(member -> new MapSqlParameterSource("id", id)
                                .addValue("person", member.getKey())
                                .addValue("role", member.getValue().name()))
                        .toArray(SqlParameterSource[]::new));
        List<SqlParameterSource> sources = new ArrayList<>();
        team.accounts().forEach((account, regions) -> {
            List<String> named = regions.isEmpty()
                    ? List.of("")
                    : regions.stream().map(Region::value).distinct().toList();
            named.forEach(region -> sources.add(new MapSqlParameterSource("id", id)
                    .addValue("account", account.value())
                    .addValue("region", region)));
        });
        jdbc.batchUpdate(
                "insert into team_source (team_id, account_id, region) values (:id, :account, :region)",
                sources.toArray(SqlParameterSource[]::new));
        changes.incrementAndGet();
    }

    private MapSqlParameterSource row(long id, Team team, String person) {
        return new MapSqlParameterSource("id", id)
                .addValue("name", team.name())
                .addValue("at", time(clock.instant()))
                .addValue("by", person);
    }
}
