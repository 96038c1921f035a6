package io.countersign.sync.source;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Source;
import io.countersign.invitation.InvitationColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the poll status of each source. */
@Repository
public class SourceStatusRepository {

    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcClient jdbc;

    public SourceStatusRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SourceStatus> all() {
        return jdbc.sql("select * from source")
                .query(SourceStatusRepository::row)
                .list();
    }

    public List<SourceStatus> of(Collection<AccountId> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : jdbc.sql("select * from source where account_id in (:accounts)")
                        .param(
                                "accounts",
                                accounts.stream().map(AccountId::value).toList())
                        .query(SourceStatusRepository::row)
                        .list();
    }

    public Optional<SourceStatus> find(Source source) {
        return jdbc.sql("select * from source where account_id = :account and region = :region")
                .param("account", source.account().value())
                .param("region", source.region().value())
                .query(SourceStatusRepository::row)
                .optional();
    }

    /** Inserts a row for each source that has none. */
    public void enrol(Collection<Source> sources) {
        for (Source source : sources) {
            jdbc.sql("insert into source (account_id, region) values (:account, :region) on conflict do nothing")
                    .param("account", source.account().value())
                    .param("region", source.region().value())
                    .update();
        }
    }

    /** Stores the result of a poll; a refresh request that arrived meanwhile is kept. */
    public void store(SourceStatus status) {
        AwsFailure awsFailure = status.failure();
        jdbc.sql("""
                update source set read_at = :readAt, tried_at = :triedAt, failing_since = :failingSince,
                  failures = :failures,
                  failure_kind = :kind, failure_code = :code, failure_message = :message
                where account_id = :account and region = :region""")
                .param("account", status.source().account().value())
                .param("region", status.source().region().value())
                .param("readAt", time(status.readAt()))
                .param("triedAt", time(status.triedAt()))
                .param("failingSince", time(status.failingSince()))
                .param("failures", status.failures())
                .param("kind", awsFailure == null ? null : awsFailure.kind().name())
                .param("code", awsFailure == null ? null : awsFailure.code())
                .param("message", awsFailure == null ? null : cut(awsFailure.message()))
                .update();
    }

    /** @return false, with nothing stored, if a refresh was requested after the last poll started */
    public boolean next(SourceStatus last, Instant at) {
        return jdbc.sql("""
                        update source set next_at = :at where account_id = :account and region = :region
                          and (wanted_at is null or wanted_at <= :triedAt)""")
                        .param("account", last.source().account().value())
                        .param("region", last.source().region().value())
                        .param("triedAt", time(last.triedAt()))
                        .param("at", time(at))
                        .update()
                == 1;
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }

    static SourceStatus row(ResultSet row, int number) throws SQLException {
        return new SourceStatus(
                InvitationColumns.source(row),
                instant(row, "read_at"),
                instant(row, "tried_at"),
                instant(row, "next_at"),
                instant(row, "wanted_at"),
                row.getInt("failures"),
                instant(row, "failing_since"),
                failure(row));
    }

    private static @Nullable AwsFailure failure(ResultSet row) throws SQLException {
        String kind = row.getString("failure_kind");
        return kind == null
                ? null
                : new AwsFailure(
                        AwsFailure.Kind.valueOf(kind),
                        Objects.requireNonNullElse(row.getString("failure_message"), ""),
                        row.getString("failure_code"),
                        null);
    }
}
