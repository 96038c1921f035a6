package io.countersign.sync;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.Failure;
import io.countersign.connection.Source;
import io.countersign.invitation.InvitationColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers how reading each source went. */
@Repository
class SourceStatuses {

    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcClient jdbc;

    SourceStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SourceStatus> all() {
        return jdbc.sql("select * from source").query(SourceStatuses::row).list();
    }

    Optional<SourceStatus> find(Source source) {
        return jdbc.sql("select * from source where account_id = :account and region = :region")
                .param("account", source.account().value())
                .param("region", source.region().value())
                .query(SourceStatuses::row)
                .optional();
    }

    void succeeded(Source source, Instant began) {
        store(source, began, began, null, null);
    }

    void failed(SourceStatus before, Instant began, Failure failure) {
        Instant since = before.failingSince() == null ? began : before.failingSince();
        store(before.source(), before.readAt(), began, since, failure);
    }

    private void store(
            Source source,
            @Nullable Instant readAt,
            Instant triedAt,
            @Nullable Instant failingSince,
            @Nullable Failure failure) {
        jdbc.sql("""
                merge into source as target
                using (select cast(:account as varchar(12)) as account_id, cast(:region as varchar(30)) as region) as given
                on target.account_id = given.account_id and target.region = given.region
                when matched then update set read_at = :readAt, tried_at = :triedAt, failing_since = :failingSince,
                  failure_kind = :kind, failure_code = :code, failure_message = :message
                when not matched then insert
                  (account_id, region, read_at, tried_at, failing_since, failure_kind, failure_code, failure_message)
                  values (:account, :region, :readAt, :triedAt, :failingSince, :kind, :code, :message)""")
                .param("account", source.account().value())
                .param("region", source.region().value())
                .param("readAt", time(readAt))
                .param("triedAt", time(triedAt))
                .param("failingSince", time(failingSince))
                .param("kind", failure == null ? null : failure.kind().name())
                .param("code", failure == null ? null : failure.code())
                .param("message", failure == null ? null : cut(failure.message()))
                .update();
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }

    private static SourceStatus row(ResultSet row, int number) throws SQLException {
        return new SourceStatus(
                InvitationColumns.source(row),
                instant(row, "read_at"),
                instant(row, "tried_at"),
                instant(row, "failing_since"),
                failure(row));
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        String kind = row.getString("failure_kind");
        return kind == null
                ? null
                : new Failure(
                        Failure.Kind.valueOf(kind),
                        Objects.requireNonNullElse(row.getString("failure_message"), ""),
                        row.getString("failure_code"),
                        null);
    }
}
