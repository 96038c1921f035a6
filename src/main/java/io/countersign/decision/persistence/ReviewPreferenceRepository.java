package io.countersign.decision.persistence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which users want the next invitation to open after each decision. */
@Repository
public class ReviewPreferenceRepository {

    private final JdbcClient jdbc;

    ReviewPreferenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void store(String person, boolean opensNext) {
        jdbc.sql(
                        opensNext
                                ? "insert into review_preference (person) values (:person) on conflict do nothing"
                                : "delete from review_preference where person = :person")
                .param("person", person)
                .update();
    }
}
