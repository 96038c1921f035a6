package io.countersign.batch.persistence;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.batch.Batch;
import io.countersign.connection.InvitationAction;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stores bulk decisions. Each transition depends on the current state and returns false if another one came first. */
@Repository
public class BatchRepository {

    private static final int LISTED = 100;

    private final JdbcClient jdbc;

    BatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long draft(String person, InvitationAction invitationAction, String queue, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into batch (person, action, state, queue, made_at)
                values (:person, :action, 'DRAFT', :queue, :at)""")
                .param("person", person)
                .param("action", invitationAction.name())
                .param("queue", queue)
                .param("at", time(at))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Deletes drafts that were created before a point in time and never started. */
    public void deleteDraftsBefore(Instant before) {
        jdbc.sql("delete from batch where state = 'DRAFT' and made_at < :before")
                .param("before", time(before))
                .update();
    }

    public Optional<Batch> find(long id) {
        return jdbc.sql("select * from batch where id = :id")
                .param("id", id)
                .query(BatchRepository::row)
                .optional();
    }

    /**
     * Returns the newest started bulk decisions: those of the reader, and those of others with an invitation that
     * the reader sees.
     *
     * @param starters the users who started them; empty for all bulk decisions of all users
     */
    public List<Batch> started(Optional<Set<String>> starters, String reader, VisibilityScope scope) {
        return jdbc.sql("""
                select * from batch where state <> 'DRAFT'
                  and (:all or person = :reader or person = any(:starters) and %s)
                order by id desc limit :most""".formatted(seen(scope)))
                .params(VisibilityCondition.parameters(scope))
                .param("all", starters.isEmpty())
                .param("reader", reader)
                .param("starters", starters.orElse(Set.of()).toArray(String[]::new))
                .param("most", LISTED)
                .query(BatchRepository::row)
                .list();
    }

    /** Returns whether a user with this scope sees at least one invitation of the bulk decision. */
    public boolean seen(long id, VisibilityScope scope) {
        return jdbc.sql("select count(*) from batch where id = :id and " + seen(scope))
                        .params(VisibilityCondition.parameters(scope))
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static String seen(VisibilityScope scope) {
        return """
                exists (select 1 from batch_item item join %s seen on seen.invitation_id = item.invitation_id
                  where item.batch_id = batch.id and item.state <> 'LEFT')""".formatted(VisibilityCondition.visible(scope));
    }

    public boolean start(long id, String reason, Instant at) {
        return jdbc.sql("update batch set state = 'RUNNING', reason = :reason, started_at = :at"
                                + " where id = :id and state = 'DRAFT'")
                        .param("id", id)
                        .param("reason", reason)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    public boolean stop(long id, String by, Instant at) {
        return jdbc.sql("update batch set state = 'STOPPED', stopped_by = :by, ended_at = :at"
                                + " where id = :id and state = 'RUNNING'")
                        .param("id", id)
                        .param("by", by)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    public boolean end(long id, Instant at) {
        return jdbc.sql("update batch set state = 'DONE', ended_at = :at where id = :id and state = 'RUNNING'")
                        .param("id", id)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    private static Batch row(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getLong("id"),
                row.getString("person"),
                InvitationAction.valueOf(row.getString("action")),
                row.getString("reason"),
                Batch.State.valueOf(row.getString("state")),
                row.getString("queue"),
                Objects.requireNonNull(instant(row, "made_at")),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("stopped_by"));
    }
}
