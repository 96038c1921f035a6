package io.countersign.queue.view;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.http.PageReads;
import io.countersign.team.access.ReviewerAccess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores the saved views of users and their start views. */
@Repository
class SavedViewRepository {

    static final int MOST = 50;

    private static final String SEEN =
            "(v.person = :person or (v.shared and :decider and (:unlimited or v.person in (:teammates))))";

    private final JdbcClient jdbc;
    private final ReviewerAccess access;
    private final InstantSource clock;

    private record SeenBy(String person, boolean decider) {}

    SavedViewRepository(JdbcClient jdbc, ReviewerAccess access, InstantSource clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** Returns the views of a user and, for users who can decide, the shared views of the team, sorted by name. */
    List<SavedView> seenBy(String person, boolean decider) {
        return PageReads.once(
                new SeenBy(person, decider), () -> seen(person, decider, "true", "order by lower(v.name), v.id")
                        .query(SavedViewRepository::row)
                        .list());
    }

    Optional<SavedView> find(long id, String person, boolean decider) {
        return seen(person, decider, "v.id = :id", "")
                .param("id", id)
                .query(SavedViewRepository::row)
                .optional();
    }

    private JdbcClient.StatementSpec seen(String person, boolean decider, String condition, String order) {
        Optional<Set<String>> teammates = decider ? access.teammates(person) : Optional.of(Set.of(person));
        return jdbc.sql("""
                        select v.*, d.person is not null as start from saved_view v
                        left join default_view d on d.view_id = v.id and d.person = :person
                        where %s and %s %s""".formatted(condition, SEEN, order))
                .param("person", person)
                .param("decider", decider)
                .param("unlimited", teammates.isEmpty())
                .param("teammates", teammates.orElse(Set.of(person)));
    }

    /**
     * Replaces a view of the same user with the same name. Returns its number; empty if the user has too many views.
     */
    @Transactional
    public Optional<Long> save(String name, String query, String person, boolean shared) {
        if (update(name, query, person, shared) == 0) {
            if (count(person) >= MOST) {
                return Optional.empty();
            }
            // Two requests can save the same name at once; the later one replaces the other.
            jdbc.sql("""
                    insert into saved_view (name, query, person, shared, changed_at)
                    values (:name, :query, :person, :shared, :at) on conflict do nothing""")
                    .param("name", name)
                    .param("query", query)
                    .param("person", person)
                    .param("shared", shared)
                    .param("at", time(clock.instant()))
                    .update();
            update(name, query, person, shared);
        }
        return jdbc.sql("select id from saved_view where person = :person and name = :name")
                .param("person", person)
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    private int update(String name, String query, String person, boolean shared) {
        return jdbc.sql("""
                update saved_view set query = :query, shared = :shared, changed_at = :at
                where person = :person and name = :name""")
                .param("name", name)
                .param("query", query)
                .param("person", person)
                .param("shared", shared)
                .param("at", time(clock.instant()))
                .update();
    }

    private int count(String person) {
        return jdbc.sql("select count(*) from saved_view where person = :person")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    void share(long id, boolean shared) {
        jdbc.sql("update saved_view set shared = :shared, changed_at = :at where id = :id")
                .param("id", id)
                .param("shared", shared)
                .param("at", time(clock.instant()))
                .update();
    }

    void remove(long id) {
        jdbc.sql("delete from saved_view where id = :id").param("id", id).update();
    }

    private static SavedView row(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getLong("id"),
                row.getString("name"),
                row.getString("query"),
                row.getString("person"),
                row.getBoolean("shared"),
                row.getBoolean("start"));
    }
}
