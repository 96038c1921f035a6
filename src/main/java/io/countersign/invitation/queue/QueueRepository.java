package io.countersign.invitation.queue;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.invitation.CappedCount;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the pending invitations by filter, in the order of the queue. */
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
        return filter.each() ? each(filter, offset, size) : grouped.page(filter, offset, size);
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

    /** Counts the matching invitations by resource type, including types that Countersign does not know. */
    public Map<String, CappedCount> countByType(QueueFilter filter) {
        Map<String, CappedCount> counts = new LinkedHashMap<>();
        for (String type : types()) {
            if (filter.type() == null || filter.type().equals(type)) {
                CappedCount cappedCount = count(filter.withType(type));
                if (cappedCount.number() > 0) {
                    counts.put(type, cappedCount);
                }
            }
        }
        return counts;
    }

    /** Takes one step in the index for each value, whereas "distinct" would read the whole index. */
    private List<String> types() {
        List<String> types = new ArrayList<>();
        for (String next = typeAfter(""); next != null; next = typeAfter(next)) {
            types.add(next);
        }
        return types;
    }

    private @Nullable String typeAfter(String type) {
        return jdbc.sql("""
                        select resource_type from invitation
                        where state = 'PENDING' and resource_type > :type order by resource_type limit 1""").param("type", type).query(String.class).optional().orElse(null);
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
        return jdbc.sql("select count(*) from (select 1 from invitation where %s limit %d) as counted"
                        .formatted(condition, CappedCount.END))
                .params(parameters)
                .query((row, number) -> new CappedCount(row.getInt(1)))
                .single();
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
