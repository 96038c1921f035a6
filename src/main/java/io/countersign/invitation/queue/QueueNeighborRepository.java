package io.countersign.invitation.queue;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.VisibilityCondition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what precedes and follows an invitation in the filtered queue, and the other invitations to its resource. */
@Repository
public class QueueNeighborRepository {

    /** The most related invitations; the queue shows the rest. */
    public static final int RELATED = 10;

    /** Tells the whole scope of the user from the part that a filter selects. */
    private static final String SCOPE = "whole_scope";

    /** Contains a row for the invitation and one for each related one. A resource always has the same owner. */
    private static final String BESIDE = """
            select beside.*, next.resource_name as next_name, shown.* from (
              select (%s) as previous_id, (%s) as next_id, (%s) as before, (%s) as total,
                exists (%s) as listed) as beside
            left join invitation next on next.invitation_id = beside.next_id
            left join (invitation here cross join lateral (
              select here.*, 0 as nearness
              union all
              (select *, row_number() over (order by
                  case when account_id = here.account_id and region = here.region then 0 else 1 end,
                  case when state = 'PENDING' then 0 else 1 end, first_seen_at desc, invitation_id) as nearness
              from invitation where shared_by = here.shared_by and resource_start = here.resource_start
                and resource_id = here.resource_id and invitation_id <> here.invitation_id and %s
              order by nearness limit :related)) as shown) on here.invitation_id = :id
            order by nearness""";

    private final JdbcClient jdbc;

    public QueueNeighborRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The invitations beside one, which need not be in the queue itself.
     *
     * @param before the number of invitations before it
     * @param total the number of invitations in the filtered queue
     * @param listed whether the invitation is in the filtered queue
     * @param here the invitation itself, also outside the scope of the filter; null if it was never listed
     * @param related other invitations to the same resource within the scope of the filter: the same account and Region
     *     first, then pending ones, then the newest
     */
    public record Neighbors(
            @Nullable InvitationId previous,
            @Nullable InvitationId next,
            @Nullable String nextName,
            CappedCount before,
            CappedCount total,
            boolean listed,
            @Nullable Invitation here,
            List<Invitation> related) {}

    public Neighbors of(InvitationId id, QueueFilter filter) {
        QueueSql clause = new QueueSql(filter);
        String before = clause.condition() + " and " + clause.before();
        String after = clause.condition() + " and " + clause.after();
        return jdbc.sql(BESIDE.formatted(
                        first(before, clause.reverseOrder()),
                        first(after, clause.order()),
                        // in the order of an index, which ends at the invitation
                        QueueRepository.counting(before + " order by " + clause.reverseOrder()),
                        QueueRepository.counting(clause.condition()),
                        "select 1 from invitation where invitation_id = :id and " + clause.condition(),
                        VisibilityCondition.of(filter.scope(), SCOPE)))
                .params(clause.parameters())
                .params(VisibilityCondition.parameters(filter.scope(), SCOPE))
                .param("id", id.value())
                .param("related", RELATED)
                .query((ResultSet rows) -> neighbors(rows));
    }

    private static String first(String condition, String order) {
        return "select invitation_id from invitation where %s order by %s limit 1".formatted(condition, order);
    }

    private static Neighbors neighbors(ResultSet row) throws SQLException {
        row.next();
        InvitationId previous = id(row.getString("previous_id"));
        InvitationId next = id(row.getString("next_id"));
        String nextName = row.getString("next_name");
        CappedCount before = new CappedCount(row.getInt("before"));
        CappedCount total = new CappedCount(row.getInt("total"));
        boolean listed = row.getBoolean("listed");
        Invitation here = row.getString("invitation_id") == null ? null : InvitationRepository.row(row, 0);
        List<Invitation> related = new ArrayList<>();
        while (row.next()) {
            related.add(InvitationRepository.row(row, related.size()));
        }
        return new Neighbors(previous, next, nextName, before, total, listed, here, related);
    }

    private static @Nullable InvitationId id(@Nullable String value) {
        return value == null ? null : new InvitationId(value);
    }
}
