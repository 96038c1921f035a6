package io.countersign.sync.refresh;

import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.Source;
import io.countersign.invitation.InvitationColumns;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores refresh requests and counts their progress, with one statement each for any number of sources. */
@Repository
class RefreshRepository {

    private static final String IN_SCOPE =
            "(:account = '' or account_id = :account) and (:region = '' or region = :region)";

    private final JdbcClient jdbc;

    RefreshRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(int done, int failed) {}

    void request(RefreshScope scope, VisibilityScope seen, Instant at) {
        in(scope, seen, "update source set wanted_at = :at where " + IN_SCOPE)
                .param("at", time(at))
                .update();
    }

    /** All sources with a row, connected or not. */
    Set<Source> sources(RefreshScope scope, VisibilityScope seen) {
        return in(scope, seen, "select account_id, region from source where " + IN_SCOPE)
                .query((row, number) -> InvitationColumns.source(row))
                .set();
    }

    Counts count(RefreshScope scope, VisibilityScope seen, Instant since) {
        return in(
                        scope,
                        seen,
                        "select count(*), count(failing_since) from source where tried_at >= :since and " + IN_SCOPE)
                .param("since", time(since))
                .query((row, number) -> new Counts(row.getInt(1), row.getInt(2)))
                .single();
    }

    private JdbcClient.StatementSpec in(RefreshScope scope, VisibilityScope seen, String sql) {
        return jdbc.sql(sql + " and " + VisibilityCondition.of(seen))
                .params(VisibilityCondition.parameters(seen))
                .param("account", scope.account() == null ? "" : scope.account().value())
                .param("region", scope.region() == null ? "" : scope.region().value());
    }
}
