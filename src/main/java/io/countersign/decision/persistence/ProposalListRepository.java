package io.countersign.decision.persistence;

import io.countersign.decision.Proposal;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the proposals that wait for a second user, and those that were sent back. */
@Repository
public class ProposalListRepository {

    private static final String WAITING = "from proposal where open_for in (select invitation_id from %s i)";

    private static final String SENT_BACK = """
            from proposal where person = :proposer and state = 'SENT_BACK'
              and not exists (select 1 from proposal later
                where later.invitation_id = proposal.invitation_id and later.id > proposal.id)
              and invitation_id in (select invitation_id from %s i where open_decision is null)""";

    private final JdbcClient jdbc;

    ProposalListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open proposals within a visibility scope, oldest first. */
    public List<Proposal> waiting(VisibilityScope visibilityScope, int limit) {
        return jdbc.sql("select * " + WAITING.formatted(VisibilityCondition.open(visibilityScope))
                        + " order by id limit :limit")
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("limit", limit)
                .query(ProposalRepository::row)
                .list();
    }

    /** The proposals of a user that were sent back and have no successor, within a visibility scope, newest first. */
    public List<Proposal> sentBack(String person, VisibilityScope visibilityScope, int limit) {
        return jdbc.sql("select * " + SENT_BACK.formatted(VisibilityCondition.open(visibilityScope))
                        + " order by answered_at desc, id limit :limit")
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("proposer", person)
                .param("limit", limit)
                .query(ProposalRepository::row)
                .list();
    }

    /** Counts the open proposals within a visibility scope. */
    public int countWaiting(VisibilityScope visibilityScope) {
        return jdbc.sql("select count(*) " + WAITING.formatted(VisibilityCondition.open(visibilityScope)))
                .params(VisibilityCondition.parameters(visibilityScope))
                .query(Integer.class)
                .single();
    }
}
