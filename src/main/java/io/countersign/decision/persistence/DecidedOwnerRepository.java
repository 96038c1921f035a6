package io.countersign.decision.persistence;

import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the decided invitations of owners. */
@Repository
public class DecidedOwnerRepository {

    /** The number of accepted and rejected invitations of an owner, as confirmed by AWS. */
    public record Counts(long accepted, long rejected) {

        public boolean none() {
            return accepted + rejected == 0;
        }
    }

    private final JdbcClient jdbc;

    public DecidedOwnerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the decided invitations of an owner within a visibility scope. */
    public Counts of(String owner, VisibilityScope visibilityScope) {
        return jdbc.sql("""
                select count(*) filter (where decided_action = 'ACCEPT') as accepted,
                  count(*) filter (where decided_action = 'REJECT') as rejected
                from confirmed_decision where owner = :owner and %s""".formatted(VisibilityCondition.of(visibilityScope)))
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("owner", owner)
                .query((row, number) -> new Counts(row.getLong("accepted"), row.getLong("rejected")))
                .single();
    }
}
