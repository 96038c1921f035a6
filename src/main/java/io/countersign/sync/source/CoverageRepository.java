package io.countersign.sync.source;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.Source;
import io.countersign.invitation.InvitationColumns;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the queue says of ten thousand sources, counted by the database. */
@Repository
public class CoverageRepository {

    private final JdbcClient jdbc;

    public CoverageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of the connected sources. Counts what is out of order: few rows, found by their indexes, where counting the others would look
     * at all of them.
     *
     * @param old how many were not read completely since
     * @param failing how many were, and failed afterwards
     */
    public record Counts(int old, int failing, @Nullable Instant lastRead) {}

    public Counts count(Instant since) {
        return jdbc.sql("""
                        select
                          (select count(*) from source where connected and read_at is null)
                            + (select count(*) from source where connected and read_at < :since) as old,
                          (select count(*) from source
                            where connected and failing_since is not null and read_at >= :since) as failing,
                          (select max(read_at) from source where connected) as last_read""")
                .param("since", time(since))
                .query((row, number) -> new Counts(row.getInt("old"), row.getInt("failing"), instant(row, "last_read")))
                .single();
    }

    /** Those not read since or failing: what fails before what is only old, and what fails longest first. */
    public List<SourceStatus> blind(Instant since, int most) {
        return jdbc.sql("""
                        select * from source
                        where connected and (read_at is null or read_at < :since or failing_since is not null)
                        order by coalesce(failing_since, :never), account_id, region limit :most""")
                .param("since", time(since))
                .param("never", time(since.plusSeconds(Integer.MAX_VALUE)))
                .param("most", most)
                .query(SourceStatusRepository::row)
                .list();
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
