package io.countersign.decision.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.decision.persistence.DecidedOwnerRepository.Counts;
import io.countersign.invitation.VisibilityScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DecidedOwnerRepositoryTests {

    private static final String NORTHWIND = "555566667777";
    private static final String CONTOSO = "999988887777";

    private JdbcClient jdbc;
    private DecidedOwnerRepository owners;
    private int entries;

    @BeforeEach
    void open() {
        jdbc = JdbcClient.create(TestDatabase.migrated());
        owners = new DecidedOwnerRepository(jdbc);
    }

    @Test
    void countsTheConfirmedDecisionsOfAnOwner() {
        enter(1, NORTHWIND, "ACCEPT", "SENDING");
        enter(1, NORTHWIND, "ACCEPT", "CONFIRMED");
        enter(2, NORTHWIND, "ACCEPT", "CONFIRMED");
        enter(3, NORTHWIND, "REJECT", "CONFIRMED");
        enter(4, NORTHWIND, "REJECT", "FAILED");
        enter(5, CONTOSO, "ACCEPT", "UNKNOWN");

        assertThat(owners.of(NORTHWIND, VisibilityScope.EVERYTHING)).isEqualTo(new Counts(2, 1));
        assertThat(owners.of(CONTOSO, VisibilityScope.EVERYTHING).none()).isTrue();
    }

    @Test
    void countsADecisionThatAReadConfirmed() {
        enter(1, NORTHWIND, "REJECT", "UNKNOWN");
        enter(1, NORTHWIND, "CHECK", "CONFIRMED");

        assertThat(owners.of(NORTHWIND, VisibilityScope.EVERYTHING)).isEqualTo(new Counts(0, 1));
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
