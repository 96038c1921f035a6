package io.countersign.sync.source;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.Source;
import io.countersign.invitation.InvitationColumns;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and finds the connected sources that are not up to date. */
@Repository
public class CoverageRepository {

    /** Contains a row for each listed source, or one without a source. */
    private static final String COUNTS = """
            select counted.*, listed.* from (select
                (select count(*) from source
                    where %1$s and read_at is null and (failing_since is not null or enrolled_at < :since))
                  + (select count(*) from source where %1$s and read_at < :since)
                  + (select count(*) from source
                      where %1$s and failing_since is not null and read_at >= :since) as blind,
                (select count(*) from source
                  where %1$s and read_at is null and failing_since is null and enrolled_at >= :since) as first_reads,
                (select max(read_at) from source where %1$s) as last_read) as counted
            left join lateral (select * from source
              where counted.blind > 0 and %1$s and (read_at < :since or failing_since is not null
                or read_at is null and enrolled_at < :since)
              order by coalesce(failing_since, :never), account_id, region limit :most) as listed on true
            order by coalesce(listed.failing_since, :never), listed.account_id, listed.region""";

    private final JdbcClient jdbc;

    public CoverageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The connected sources that are not up to date. These are few rows, which an index finds; counting the others would
     * read all rows.
     *
     * @param blind the number of those that failed, or whose last complete poll is not recent
     * @param firstReads the number of the others, which were connected recently and never read
     * @param listed some of the blind ones: failing sources first, the longest failing of all at the top
     */
    public record Counts(
            int blind, int firstReads, @Nullable Instant lastRead, List<SourceStatus> listed) {}

    /** @param most the maximum number of listed sources */
    public Counts count(Instant since, VisibilityScope seen, int most) {
        return jdbc.sql(COUNTS.formatted("connected and " + VisibilityCondition.of(seen)))
                .params(VisibilityCondition.parameters(seen))
                .param("since", time(since))
                .param("never", time(since.plusSeconds(Integer.MAX_VALUE)))
                .param("most", most)
                .query((ResultSet rows) -> counts(rows));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        List<SourceStatus> listed = new ArrayList<>();
        int blind = 0;
        int firstReads = 0;
        Instant lastRead = null;
        while (row.next()) {
            blind = row.getInt("blind");
            firstReads = row.getInt("first_reads");
            lastRead = instant(row, "last_read");
            if (row.getString("account_id") != null) {
                listed.add(SourceStatusRepository.row(row, listed.size()));
            }
        }
        return new Counts(blind, firstReads, lastRead, listed);
    }

    Set<Source> connected() {
        return new HashSet<>(jdbc.sql("select account_id, region from source where connected")
                .query((row, number) -> InvitationColumns.source(row))
                .list());
    }

    void mark(Source source, boolean connected) {
        jdbc.sql("""
                update source set connected = :connected, enrolled_at = now()
                where account_id = :account and region = :region and connected <> :connected""")
                .param("connected", connected)
                .param("account", source.account().value())
                .param("region", source.region().value())
                .update();
    }
}
