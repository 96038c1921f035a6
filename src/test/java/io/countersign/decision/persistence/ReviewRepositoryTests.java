package io.countersign.decision.persistence;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.decision.persistence.ReviewRepository.Past;
import io.countersign.invitation.VisibilityScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReviewRepositoryTests {

    private static final String NORTHWIND = "555566667777";
    private static final String CONTOSO = "999988887777";

    private JdbcClient jdbc;
    private ReviewRepository reviews;
    private int entries;

    @BeforeEach
    void open() {
        jdbc = JdbcClient.create(TestDatabase.migrated());
        reviews = new ReviewRepository(jdbc);
    }

    @Test
    void countsTheConfirmedDecisionsOfAnOwner() {
        enter(1, NORTHWIND, "ACCEPT", "SENDING");
        enter(1, NORTHWIND, "ACCEPT", "CONFIRMED");
        enter(2, NORTHWIND, "ACCEPT", "CONFIRMED");
        enter(3, NORTHWIND, "REJECT", "CONFIRMED");
        enter(4, NORTHWIND, "REJECT", "FAILED");
        enter(5, CONTOSO, "ACCEPT", "UNKNOWN");

        assertThat(past(NORTHWIND)).isEqualTo(new Past(2, 1));
        assertThat(past(CONTOSO).none()).isTrue();
    }

    @Test
    void countsADecisionThatAReadConfirmed() {
        enter(1, NORTHWIND, "REJECT", "UNKNOWN");
        enter(1, NORTHWIND, "CHECK", "CONFIRMED");

        assertThat(past(NORTHWIND)).isEqualTo(new Past(0, 1));
    }

    private Past past(String owner) {
        return reviews.of(id(1), owner, "ann", VisibilityScope.EVERYTHING).past();
    }

    private void enter(long decision, String owner, String action, String outcome) {
        jdbc.sql("""
                insert into audit_entry (seq, at, actor, action, outcome, decision_id, account_id, region, owner)
                values (:seq, now(), 'lead', :action, :outcome, :decision, '111122223333', 'eu-west-1', :owner)""")
                .param("seq", ++entries)
                .param("action", action)
                .param("outcome", outcome)
                .param("decision", decision)
                .param("owner", owner)
                .update();
    }
}
