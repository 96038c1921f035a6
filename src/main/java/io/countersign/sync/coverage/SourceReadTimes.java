package io.countersign.sync.coverage;

import static io.countersign.invitation.InvitationColumns.instant;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.Source;
import io.countersign.invitation.InvitationColumns;
import io.countersign.sync.poll.PollJobScheduler;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the poll times of all sources for the metrics. */
@Repository
class SourceReadTimes {

    private final JdbcClient jdbc;

    SourceReadTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param readAt the start of the last complete poll; null for none
     * @param waitsSince for a source that was never read: the first failure, or the due time of the first poll
     */
    record Row(
            Source source,
            @Nullable Instant readAt,
            @Nullable Instant waitsSince,
            AwsFailure.@Nullable Kind failure) {

        /** The time since which nothing is known about the source. */
        @Nullable
        Instant unreadSince() {
            return readAt == null ? waitsSince : readAt;
        }
    }

    List<Row> all() {
        return jdbc.sql("""
                select s.account_id, s.region, s.read_at, s.failure_kind,
                  coalesce(s.failing_since, t.execution_time) as waits_since
                from source s left join scheduled_tasks t
                  on s.read_at is null and s.failing_since is null
                  and t.task_name = :task and t.task_instance = s.account_id || '/' || s.region""")
                .param("task", PollJobScheduler.TASK)
                .query(SourceReadTimes::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String kind = row.getString("failure_kind");
        return new Row(
                InvitationColumns.source(row),
                instant(row, "read_at"),
                instant(row, "waits_since"),
                kind == null ? null : AwsFailure.Kind.valueOf(kind));
    }
}
