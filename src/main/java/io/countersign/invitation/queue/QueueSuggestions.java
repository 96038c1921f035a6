package io.countersign.invitation.queue;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Suggests filter values from the part of the queue that expires first. */
@Repository
public class QueueSuggestions {

    private final JdbcClient jdbc;

    public QueueSuggestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the owners of the invitations that expire first, up to the limit of counting. */
    public List<String> owners(VisibilityScope visibilityScope) {
        return soonest("shared_by", visibilityScope);
    }

    /** Returns the recipient accounts of the invitations that expire first. */
    public List<String> accounts(VisibilityScope visibilityScope) {
        return soonest("account_id", visibilityScope);
    }

    private List<String> soonest(String column, VisibilityScope visibilityScope) {
        return jdbc.sql("""
                        select distinct %1$s from (
                          select %1$s from invitation
                          where state = 'PENDING' and %2$s order by first_seen_at, invitation_id limit %3$d) as soonest
                        where %1$s is not null order by %1$s""".formatted(column, VisibilityCondition.of(visibilityScope), CappedCount.MOST))
                .params(VisibilityCondition.parameters(visibilityScope))
                .query(String.class)
                .list();
    }
}
