package io.countersign.queue.view;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which saved view the queue shows a user first. */
@Repository
class DefaultViewRepository {

    private final JdbcClient jdbc;

    DefaultViewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
