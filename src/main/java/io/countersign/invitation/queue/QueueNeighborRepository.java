package io.countersign.invitation.queue;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.CappedCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what precedes and follows an invitation in the filtered queue. */
@Repository
public class QueueNeighborRepository {

    private final JdbcClient jdbc;

    public QueueNeighborRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The invitations beside one, which need not be in the queue itself.
     *
     * @param before the number of invitations before it
     * @param total the number of invitations in the filtered queue
     */
    public record Neighbors(
            @Nullable InvitationId previous,
            @Nullable InvitationId next,
            @Nullable String nextName,
            CappedCount before,
            CappedCount total) {}

    public Neighbors of(InvitationId id, QueueFilter filter) {
        QueueSql clause = new QueueSql(filter);
        String before = clause.condition() + " and " + clause.before();
        String after = clause.condition() + " and " + clause.after();
        return jdbc.sql("""
                        select beside.*, next.resource_name as next_name from (
                          select (%s) as previous_id, (%s) as next_id, (%s) as before, (%s) as total) as beside
                        left join invitation next on next.invitation_id = beside.next_id""".formatted(
                                first(before, clause.reverseOrder()),
                                first(after, clause.order()),
                                QueueRepository.counting(before),
                                QueueRepository.counting(clause.condition())))
                .params(clause.parameters())
                .param("id", id.value())
                .query(QueueNeighborRepository::row)
                .single();
    }

    private static String first(String condition, String order) {
        return "select invitation_id from invitation where %s order by %s limit 1".formatted(condition, order);
    }

    private static Neighbors row(ResultSet row, int number) throws SQLException {
        return new Neighbors(
                id(row.getString("previous_id")),
                id(row.getString("next_id")),
                row.getString("next_name"),
                new CappedCount(row.getInt("before")),
                new CappedCount(row.getInt("total")));
    }

    private static @Nullable InvitationId id(@Nullable String value) {
        return value == null ? null : new InvitationId(value);
    }
}
