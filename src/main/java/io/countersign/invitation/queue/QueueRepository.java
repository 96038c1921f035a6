package io.countersign.invitation.queue;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.CappedCount;
import io.countersign.invitation.InvitationRepository;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the invitations of a tab by filter, in the order of the queue. */
@Repository
public class QueueRepository {

    private static final String FOUND =
            "select case when count(*) <= %d then array(select invitation_id from matching) end from matching"
                    .formatted(CappedCount.MOST);

    private final JdbcClient jdbc;
    private final GroupedQueue grouped;

    public QueueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        grouped = new GroupedQueue(jdbc);
    }

    /** Returns the rows of a page: one for each invitation, or one for each group that shares the same resource. */
    public List<QueueRow> page(QueueFilter filter, int offset, int size) {
        return filter.grouped() ? grouped.page(filter, offset, size) : each(filter, offset, size);
    }

    private List<QueueRow> each(QueueFilter filter, int offset, int size) {
        QueueSql clause = new QueueSql(filter);
        return jdbc.sql("select * from %s where %s order by %s limit :size offset :offset"
                        .formatted(clause.table(":most"), clause.condition(), clause.order()))
                .params(clause.parameters())
                .param("most", offset + size)
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> QueueRow.of(InvitationRepository.row(row, number)))
                .list();
    }

    /**
     * The numbers of matching invitations, and the pending invitations of the scope in short.
     *
     * @param rows the number of rows of the list; as many as invitations if there are too many to be counted
     * @param found the invitations of the list that have the text; null without a text, or if they are too many
     */
    public record Counts(
            Map<QueueState, CappedCount> tabs,
            CappedCount rows,
            PendingSummary pending,
            @Nullable Set<InvitationId> found) {

        /** Returns a filter that finds the same without another search for the text, which takes most of the time. */
        public QueueFilter narrow(QueueFilter filter) {
            return found == null ? filter : filter.only(found);
        }
    }

    /**
     * Counts the matching invitations of each tab and the rows of the list, and summarizes the pending ones, in one
     * statement.
     *
     * @param urgentIfSeenBy the latest first-seen time of invitations that expire within a day
     */
    public Counts counts(QueueFilter filter, Instant urgentIfSeenBy) {
        Map<String, Object> parameters = PendingSummarySql.parameters(filter.scope(), urgentIfSeenBy);
        String tabs = QueueState.tabs(filter.state()).stream()
                .map(state -> {
                    QueueSql clause = new QueueSql(filter.withState(state));
                    parameters.putAll(clause.parameters());
                    return "(%s) as %s"
                            .formatted(
                                    state == filter.state()
                                            ? "select count(*) from matching"
                                            : counting(clause.condition()),
                                    state);
                })
                .collect(Collectors.joining(", "));
        return jdbc.sql("""
                        with matching as materialized (%s)
                        select %s, (%s) as listed, (%s) as found, pending.* from (%s) as pending""".formatted(
                                counted(new QueueSql(filter).condition()),
                                tabs,
                                filter.grouped() ? resources("select * from matching") : "null",
                                filter.criteria().text() == null ? "null" : FOUND,
                                PendingSummarySql.of(filter.scope())))
                .params(parameters)
                .query((row, number) -> counts(row, filter))
                .single();
    }

    private static Counts counts(ResultSet row, QueueFilter filter) throws SQLException {
        Map<QueueState, CappedCount> tabs = new EnumMap<>(QueueState.class);
        for (QueueState state : QueueState.tabs(filter.state())) {
            tabs.put(state, new CappedCount(row.getInt(state.name())));
        }
        CappedCount total = Objects.requireNonNull(tabs.get(filter.state()));
        Array found = total.more() ? null : row.getArray("found");
        return new Counts(
                tabs,
                filter.grouped() && !total.more() ? new CappedCount(row.getInt("listed")) : total,
                PendingSummarySql.read(row),
                found == null
                        ? null
                        : Arrays.stream((String[]) found.getArray())
                                .map(InvitationId::new)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    static String counting(String condition) {
        return "select count(*) from (%s) as counted".formatted(counted(condition));
    }

    private static String counted(String condition) {
        return "select invitation_id, shared_by, resource_id from invitation where %s limit %d"
                .formatted(condition, CappedCount.END);
    }

    private static String resources(String invitations) {
        return """
                select count(*) from (select distinct shared_by,
                  case when shared_by is null or resource_id is null then invitation_id else resource_id end
                  from (%s) as matching) as listed""".formatted(invitations);
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
        return jdbc.sql(resources("select * from invitation where " + clause.condition()))
                .params(clause.parameters())
                .query(Integer.class)
                .single();
    }
}
