package io.countersign.invitation.queue;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Summarizes the pending invitations from those that expire first, up to the limit of counting. */
@Repository
public class PendingSummaryRepository {

    private final JdbcClient jdbc;

    public PendingSummaryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes one step in the index for each type, whereas "distinct" would read the whole index.
     *
     * @param urgentIfSeenBy the latest first-seen time of invitations that expire within a day
     */
    public PendingSummary of(VisibilityScope visibilityScope, Instant urgentIfSeenBy) {
        return jdbc.sql("""
                        with recursive found as (
                          (select min(resource_type) as resource_type from invitation where state = 'PENDING')
                          union all
                          select (select min(resource_type) from invitation
                            where state = 'PENDING' and resource_type > found.resource_type)
                          from found where found.resource_type is not null),
                        soonest as materialized (
                          select shared_by, account_id, first_seen_at from invitation
                          where %s and %s order by first_seen_at, invitation_id limit %d)
                        select count(*) as waiting, count(*) filter (where first_seen_at <= :urgent) as urgent,
                          array(select resource_type from found where resource_type is not null) as types,
                          array(select distinct shared_by from soonest where shared_by is not null order by 1) as owners,
                          array(select distinct account_id from soonest order by 1) as accounts
                        from soonest""".formatted(
                                VisibilityCondition.PENDING, VisibilityCondition.of(visibilityScope), CappedCount.END))
                .params(VisibilityCondition.parameters(visibilityScope))
                .param("urgent", time(urgentIfSeenBy))
                .query(PendingSummaryRepository::row)
                .single();
    }

    private static PendingSummary row(ResultSet row, int number) throws SQLException {
        return new PendingSummary(
                new CappedCount(row.getInt("waiting")),
                new CappedCount(row.getInt("urgent")),
                strings(row, "types"),
                strings(row, "owners"),
                strings(row, "accounts"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
