package io.countersign.batch.persistence;

import static io.countersign.invitation.InvitationColumns.instant;

import io.countersign.batch.BatchCounts;
import io.countersign.batch.BatchItem;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationFingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items of bulk decisions. The outcome of a decision is read from the decision itself. */
@Repository
public class BatchItemRepository {

    private static final String SELECT = """
            select i.*, d.id as decision_id, d.state as decided, d.failure_kind, d.held_until from batch_item i
            left join decision d on d.batch_id = i.batch_id and d.invitation_id = i.invitation_id
            where i.batch_id = :batch""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate rows;

    BatchItemRepository(JdbcClient jdbc, NamedParameterJdbcTemplate rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public void add(long batch, List<BatchItem> items) {
        rows.batchUpdate(
                """
                insert into batch_item (batch_id, position, typed, invitation_id, fingerprint, problem, state)
                values (:batch, :position, :typed, :invitation, :fingerprint, :problem, 'DRAFT')""", items.stream().map(item -> parameters(batch, item)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(long batch, BatchItem item) {
        return new MapSqlParameterSource("batch", batch)
                .addValue("position", item.position())
                .addValue("typed", item.typed())
                .addValue("invitation", text(item.invitation()))
                .addValue("fingerprint", text(item.shown()))
                .addValue("problem", text(item.problem()));
    }

    public List<BatchItem> of(long batch) {
        return jdbc.sql(SELECT + " order by i.position")
                .param("batch", batch)
                .query(BatchItemRepository::row)
                .list();
    }

    public List<BatchItem> waiting(long batch, int most) {
        return jdbc.sql(SELECT + " and i.state = 'WAITING' order by i.position limit :most")
                .param("batch", batch)
                .param("most", most)
                .query(BatchItemRepository::row)
                .list();
    }

    public boolean isWaiting(long batch, int position) {
        return jdbc.sql("select count(*) from batch_item where batch_id = :batch and position = :position"
                                + " and state = 'WAITING'")
                        .param("batch", batch)
                        .param("position", position)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Queues the items at these positions and marks the others as not selected. */
    public void start(long batch, Collection<Integer> positions) {
        jdbc.sql("""
                update batch_item set state = case when position in (:positions) then 'WAITING' else 'LEFT' end
                where batch_id = :batch and state = 'DRAFT'""").param("batch", batch).param("positions", positions).update();
    }

    /** Returns the positions with which the bulk decision was started; empty for a draft. */
    public Set<Integer> started(long batch) {
        return jdbc.sql("select position from batch_item where batch_id = :batch and state not in ('DRAFT', 'LEFT')")
                .param("batch", batch)
                .query(Integer.class)
                .set();
    }

    public void stop(long batch) {
        jdbc.sql("update batch_item set state = 'STOPPED' where batch_id = :batch and state = 'WAITING'")
                .param("batch", batch)
                .update();
    }

    /** Marks the items that have a decision, including those of a bulk decision that was stopped meanwhile. */
    public void markDecided(long batch) {
        jdbc.sql("""
                update batch_item set state = 'DECIDED' where batch_id = :batch and state in ('WAITING', 'STOPPED')
                  and invitation_id in (select invitation_id from decision where batch_id = :batch)""").param("batch", batch).update();
    }

    public void markRefused(long batch, int position, String verdict, @Nullable String failure) {
        jdbc.sql("""
                update batch_item set state = 'REFUSED', verdict = :verdict, failure = :failure
                where batch_id = :batch and position = :position and state in ('WAITING', 'STOPPED')""")
                .param("batch", batch)
                .param("position", position)
                .param("verdict", verdict)
                .param("failure", failure)
                .update();
    }

    /**
     * Counts the selected items by {@link BatchItem#outcome()}, or as {@link BatchCounts#OVERTAKEN} if they had no effect
     * and another decision on their invitation, made before the bulk decision ended, stands.
     */
    public Map<String, Integer> counts(long batch) {
        Map<String, Integer> counts = new TreeMap<>();
        jdbc.sql("""
                select case when coalesce(own.state, i.state) in (:notDone) and latest.id is distinct from own.id
                      and latest.state not in ('FAILED', 'WITHDRAWN') and latest.decided_at > b.made_at
                    then :overtaken else coalesce(own.state, i.state) end as outcome, count(*) as items
                from batch b join batch_item i on i.batch_id = b.id
                left join decision own on own.batch_id = i.batch_id and own.invitation_id = i.invitation_id
                left join lateral (select id, state, decided_at from decision
                  where invitation_id = i.invitation_id and decided_at <= coalesce(b.ended_at, 'infinity')
                  order by id desc limit 1) latest on true
                where b.id = :batch and i.state <> 'LEFT' group by 1""")
                .param("batch", batch)
                .param("notDone", BatchCounts.NOT_DONE)
                .param("overtaken", BatchCounts.OVERTAKEN)
                .query((RowCallbackHandler) row -> counts.put(row.getString("outcome"), row.getInt("items")));
        return counts;
    }

    private static BatchItem row(ResultSet row, int number) throws SQLException {
        String invitation = row.getString("invitation_id");
        String fingerprint = row.getString("fingerprint");
        String problem = row.getString("problem");
        String decisionFailure = row.getString("failure_kind");
        return new BatchItem(
                row.getInt("position"),
                row.getString("typed"),
                invitation == null ? null : new InvitationId(invitation),
                fingerprint == null ? null : new InvitationFingerprint(fingerprint),
                problem == null ? null : BatchItem.Problem.valueOf(problem),
                BatchItem.State.valueOf(row.getString("state")),
                row.getString("verdict"),
                decisionFailure == null ? row.getString("failure") : decisionFailure,
                row.getObject("decision_id", Long.class),
                row.getString("decided"),
                instant(row, "held_until"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
