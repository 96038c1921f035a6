package io.countersign.sync;

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
class CoverageRows {

    private final JdbcClient jdbc;

    CoverageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of the connected sources that were ever enrolled.
     *
     * @param recent how many were read completely since
     * @param seen how many of those did not fail afterwards
     */
    record Counts(
            int sources, int recent, int seen, @Nullable Instant lastRead) {}

    Counts count(Instant since) {
        return jdbc.sql("""
                        select count(*) as sources,
                          count(case when read_at >= :since then 1 end) as recent,
                          count(case when read_at >= :since and failure_kind is null then 1 end) as seen,
                          max(read_at) as last_read
                        from source where connected""")
                .param("since", time(since))
                .query((row, number) -> new Counts(
                        row.getInt("sources"), row.getInt("recent"), row.getInt("seen"), instant(row, "last_read")))
                .single();
    }

    /** Those not read since or failing: what fails before what is only old, and what fails longest first. */
    List<SourceStatus> blind(Instant since, int most) {
        return jdbc.sql("""
                        select * from source
                        where connected and (read_at is null or read_at < :since or failure_kind is not null)
                        order by coalesce(failing_since, :never), account_id, region limit :most""")
                .param("since", time(since))
                .param("never", time(since.plusSeconds(Integer.MAX_VALUE)))
                .param("most", most)
                .query(SourceStatuses::row)
                .list();
    }

    Set<Source> enrolled() {
        return new HashSet<>(jdbc.sql("select account_id, region from source where connected")
                .query((row, number) -> InvitationColumns.source(row))
                .list());
    }

    /** Brings the rows up to what is connected now; what was known of a source stays for the day it comes back. */
    void connected(Set<Source> sources) {
        Set<Source> before = enrolled();
        before.stream().filter(source -> !sources.contains(source)).forEach(source -> connected(source, false));
        sources.stream().filter(source -> !before.contains(source)).forEach(source -> connected(source, true));
    }

    private void connected(Source source, boolean connected) {
        jdbc.sql("update source set connected = :connected where account_id = :account and region = :region")
                .param("connected", connected)
                .param("account", source.account().value())
                .param("region", source.region().value())
                .update();
    }
}
