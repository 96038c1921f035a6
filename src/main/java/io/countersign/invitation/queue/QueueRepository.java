package io.countersign.invitation.queue;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the invitations of a tab by filter, in the order of the queue. */
@Repository
public class QueueRepository {

    private final JdbcClient jdbc;
    private final GroupedQueue grouped;

    public QueueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        grouped = new GroupedQueue(jdbc);
    }

    /** Returns the rows of a page: one for each invitation, or one for each group that shares the same resource. */
    public List<Invitation> page(QueueFilter filter, int offset, int size) {
        return filter.grouped() ? grouped.page(filter, offset, size) : each(filter, offset, size);
    }

    private List<Invitation> each(QueueFilter filter, int offset, int size) {
        QueueSql clause = new QueueSql(filter);
        return jdbc.sql("select * from invitation where %s order by %s limit :size offset :offset"
                        .formatted(clause.condition(), clause.order()))
                .params(clause.parameters())
                .param("size", size)
                .param("offset", offset)
                .query(InvitationRepository::row)
                .list();
    }

    public CappedCount count(QueueFilter filter) {
        QueueSql clause = new QueueSql(filter);
        return count(clause.condition(), clause.parameters());
    }

    /** Counts the rows of the list. Call it only if there are few enough to be counted. */
    public CappedCount countRows(QueueFilter filter) {
        return new CappedCount(countAllRows(filter));
    }

    /** Counts the matching invitations of each tab in one statement. */
    public Map<QueueState, CappedCount> countByState(QueueFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String counts = Arrays.stream(QueueState.values())
                .map(state -> {
                    QueueSql clause = new QueueSql(filter.withState(state));
                    parameters.putAll(clause.parameters());
                    return "(%s) as %s".formatted(counting(clause.condition()), state);
                })
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + counts)
                .params(parameters)
                .query((row, number) -> counts(row))
                .single();
    }

    private static Map<QueueState, CappedCount> counts(ResultSet row) throws SQLException {
        Map<QueueState, CappedCount> counts = new EnumMap<>(QueueState.class);
        for (QueueState state : QueueState.values()) {
            counts.put(state, new CappedCount(row.getInt(state.name())));
        }
        return counts;
    }

    /**
     * Returns the resource types of pending invitations. It takes one step in the index for each type, whereas
     * "distinct" would read the whole index.
     */
    public List<String> types() {
        return jdbc.sql("""
                with recursive found as (
                  (select min(resource_type) as resource_type from invitation where state = 'PENDING')
                  union all
                  select (select min(resource_type) from invitation
                    where state = 'PENDING' and resource_type > found.resource_type)
                  from found where found.resource_type is not null)
                select resource_type from found where resource_type is not null""").query(String.class).list();
    }

    /** Counts the invitations that were first seen at or before the given time. */
    public CappedCount countSeenBy(Instant moment, VisibilityScope visibilityScope) {
        Map<String, Object> parameters = new HashMap<>(VisibilityCondition.parameters(visibilityScope));
        parameters.put("moment", time(moment));
        return count(
                "state = 'PENDING' and first_seen_at <= :moment and " + VisibilityCondition.of(visibilityScope),
                parameters);
    }

    CappedCount count(String condition, Map<String, ?> parameters) {
        return jdbc.sql(counting(condition))
                .params(parameters)
                .query((row, number) -> new CappedCount(row.getInt(1)))
                .single();
    }

    private static String counting(String condition) {
        return "select count(*) from (select 1 from invitation where %s limit %d) as counted"
                .formatted(condition, CappedCount.END);
    }

    /** Counts all matching invitations, without a limit. */
    public int countAll(QueueFilter filter) {
        QueueSql clause = new QueueSql(filter);
        return jdbc.sql("select count(*) from invitation where " + clause.condition())
                .params(clause.parameters())
                .query(Integer.class)
                .single();
    }

    /** Counts all rows of the list, without a limit. */
    public int countAllRows(QueueFilter filter) {
        QueueSql clause = new QueueSql(filter);
        return jdbc.sql("""
                        select count(*) from (select distinct shared_by,
                          case when shared_by is null or resource_id is null then invitation_id else resource_id end
                          from invitation where %s) as listed""".formatted(clause.condition()))
                .params(clause.parameters())
                .query(Integer.class)
                .single();
    }
}
