package io.countersign.queue.view;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which saved view the queue shows a user first. */
@Repository
class DefaultViewRepository {

    private final JdbcClient jdbc;
    private final SavedViewRepository views;

    DefaultViewRepository(JdbcClient jdbc, SavedViewRepository views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    /** Returns the start view of a user; empty if it is no longer shared with the user. */
    Optional<SavedView> find(String person, boolean decider) {
        return jdbc.sql("select view_id from default_view where person = :person")
                .param("person", person)
                .query(Long.class)
                .optional()
                .flatMap(id -> views.find(id, person, decider));
    }

    /** The later of two requests at the same time wins. */
    void set(long id, String person) {
        jdbc.sql("""
                insert into default_view (person, view_id) values (:person, :id)
                on conflict (person) do update set view_id = excluded.view_id""").param("id", id).param("person", person).update();
    }

    /** Lets the user start with the whole queue. */
    void clear(String person) {
        jdbc.sql("delete from default_view where person = :person")
                .param("person", person)
                .update();
    }
}
