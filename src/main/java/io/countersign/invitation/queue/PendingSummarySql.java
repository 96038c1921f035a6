package io.countersign.invitation.queue;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Summarizes the pending invitations from those that expire first, up to the limit of counting. */
final class PendingSummarySql {

    /** Tells the whole scope of the user from the part that a filter selects. */
    private static final String SCOPE = "whole_scope";

    /** Takes one step in the index for each type, whereas "distinct" would read the whole index. */
    private static final String SUMMARY = """
            with recursive found as (
              (select min(resource_type) as resource_type from invitation where state = 'PENDING')
              union all
              select (select min(resource_type) from invitation
                where state = 'PENDING' and resource_type > found.resource_type)
              from found where found.resource_type is not null),
            soonest as materialized (
              select shared_by, account_id, first_seen_at from invitation
              where %s and %s order by first_seen_at, invitation_id limit %d)
            select count(*) as in_scope, count(*) filter (where first_seen_at <= :urgent) as urgent,
              array(select resource_type from found where resource_type is not null) as types,
              array(select distinct shared_by from soonest where shared_by is not null order by 1) as owners,
              array(select distinct account_id from soonest order by 1) as accounts
            from soonest""";

    private PendingSummarySql() {}

    static String of(VisibilityScope scope) {
        return SUMMARY.formatted(VisibilityCondition.PENDING, VisibilityCondition.of(scope, SCOPE), CappedCount.END);
    }

    static Map<String, Object> parameters(VisibilityScope scope, Instant urgentIfSeenBy) {
        Map<String, Object> parameters = new HashMap<>(VisibilityCondition.parameters(scope, SCOPE));
        parameters.put("urgent", time(urgentIfSeenBy));
        return parameters;
    }

    static PendingSummary read(ResultSet row) throws SQLException {
        return new PendingSummary(
                new CappedCount(row.getInt("in_scope")),
                new CappedCount(row.getInt("urgent")),
                strings(row, "types"),
                strings(row, "owners"),
                strings(row, "accounts"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
