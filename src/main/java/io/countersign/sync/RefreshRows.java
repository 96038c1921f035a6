package io.countersign.sync;

import static io.countersign.invitation.InvitationColumns.time;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements of a refresh: one each, however many sources there are. */
@Repository
class RefreshRows {

    private static final String IN_SCOPE =
            "(:account = '' or account_id = :account) and (:region = '' or region = :region)";

    private final JdbcClient jdbc;

    RefreshRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(int done, int failed) {}

    void want(RefreshScope scope, Instant at) {
        in(scope, "update source set wanted_at = :at where " + IN_SCOPE)
                .param("at", time(at))
                .update();
    }

    Counts count(RefreshScope scope, Instant since) {
        return in(scope, "select count(*), count(failing_since) from source where tried_at >= :since and " + IN_SCOPE)
                .param("since", time(since))
                .query((row, number) -> new Counts(row.getInt(1), row.getInt(2)))
                .single();
    }

    int found(Instant since) {
        return jdbc.sql("select count(*) from invitation where state = 'PENDING' and first_seen_at >= :since")
                .param("since", time(since))
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec in(RefreshScope scope, String sql) {
        return jdbc.sql(sql)
                .param("account", scope.account() == null ? "" : scope.account().value())
                .param("region", scope.region() == null ? "" : scope.region().value());
    }
}
