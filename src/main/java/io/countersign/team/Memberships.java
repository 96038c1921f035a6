package io.countersign.team;

import io.countersign.connection.Source;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looks after what, asked by person or by source. */
@Repository
class Memberships {

    /**
     * The rows of a table with {@code account_id} and {@code region} that a person's teams look after. Neither part looks at
     * the row itself, so that both are read once for all rows, however many accounts a team has.
     */
    static final String OURS = """
            (account_id in (select s.account_id from team_source s join team_member m on m.team_id = s.team_id
                where m.person = :scope_person and s.region = '')
              or (account_id, region) in (select s.account_id, s.region from team_source s
                join team_member m on m.team_id = s.team_id where m.person = :scope_person))""";

    private static final String HERE =
            " from team t join team_source s on s.team_id = t.id and s.account_id = :account and s.region in ('', :region)";

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean none(String person) {
        return jdbc.sql("select 1 from team_member where person = :person limit 1")
                .param("person", person)
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    /** Whoever is in a team with a person, and that person. */
    Set<String> teammates(String person) {
        Set<String> mates = new HashSet<>(
                jdbc.sql("""
                        select distinct other.person from team_member own
                        join team_member other on other.team_id = own.team_id where own.person = :person""").param("person", person).query(String.class).list());
        mates.add(person);
        return mates;
    }

    /** The names of the teams that look after a source. */
    List<String> teams(Source source) {
        return at(source, "select distinct t.name" + HERE + " order by t.name")
                .query(String.class)
                .list();
    }

    /** Who looks after a source, and as what: a lead where one of the teams says so. */
    Map<String, TeamRole> members(Source source) {
        Map<String, TeamRole> members = new LinkedHashMap<>();
        at(
                        source,
                        "select distinct m.person, m.role" + HERE
                                + " join team_member m on m.team_id = t.id order by m.person, m.role desc")
                .query(row -> {
                    members.put(row.getString(1), TeamRole.valueOf(row.getString(2)));
                });
        return members;
    }

    Optional<TeamRole> role(Source source, String person) {
        return at(
                        source,
                        "select distinct m.role" + HERE
                                + " join team_member m on m.team_id = t.id and m.person = :person order by m.role limit 1")
                .param("person", person)
                .query(String.class)
                .optional()
                .map(TeamRole::valueOf);
    }

    private JdbcClient.StatementSpec at(Source source, String sql) {
        return jdbc.sql(sql)
                .param("account", source.account().value())
                .param("region", source.region().value());
    }
}
