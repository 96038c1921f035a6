package io.countersign.sync.source;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.Source;
import io.countersign.invitation.InvitationColumns;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and finds the connected sources that are not up to date. */
@Repository
public class CoverageRepository {

    private final JdbcClient jdbc;

    public CoverageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The number of the connected sources that are not up to date. These are few rows, which an index finds; counting
     * the others would read all rows.
     */
    public record Counts(int blind, @Nullable Instant lastRead) {}

    public Counts count(Instant since, VisibilityScope seen) {
        return in(seen, """
                        select
                          (select count(*) from source where %1$s and read_at is null)
                            + (select count(*) from source where %1$s and read_at < :since)
                            + (select count(*) from source
                                where %1$s and failing_since is not null and read_at >= :since) as blind,
                          (select max(read_at) from source where %1$s) as last_read""")
                .param("since", time(since))
                .query((row, number) -> new Counts(row.getInt("blind"), instant(row, "last_read")))
                .single();
    }

    /**
     * The sources that were not read since or that fail: failing sources first, the longest failing of all at the top.
     */
    public List<SourceStatus> blind(Instant since, VisibilityScope seen, int limit) {
        return in(seen, """
                        select * from source
                        where %1$s and (read_at is null or read_at < :since or failing_since is not null)
                        order by coalesce(failing_since, :never), account_id, region limit :limit""")
                .param("since", time(since))
                .param("never", time(since.plusSeconds(Integer.MAX_VALUE)))
                .param("limit", limit)
                .query(SourceStatusRepository::row)
                .list();
    }

    /** @param sql a statement with %1$s in place of the condition that selects the connected sources of the scope */
    private JdbcClient.StatementSpec in(VisibilityScope seen, String sql) {
        return jdbc.sql(sql.formatted("connected and " + VisibilityCondition.of(seen)))
                .params(VisibilityCondition.parameters(seen));
    }

    Set<Source> connected() {
        return new HashSet<>(jdbc.sql("select account_id, region from source where connected")
                .query((row, number) -> InvitationColumns.source(row))
                .list());
    }

    void mark(Source source, boolean connected) {
        jdbc.sql("""
                update source set connected = :connected
                where account_id = :account and region = :region and connected <> :connected""")
                .param("connected", connected)
                .param("account", source.account().value())
                .param("region", source.region().value())
                .update();
    }
}
