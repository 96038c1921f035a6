package io.countersign.audit.checkpoint;

import static io.countersign.audit.checkpoint.TimestampColumns.instantOrNull;
import static io.countersign.audit.checkpoint.TimestampColumns.time;

import io.countersign.audit.SanitizedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which checkpoints reached the checkpoint store, and which still wait. */
@Repository
public class CheckpointPublicationRepository {

    private final JdbcClient jdbc;

    public CheckpointPublicationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Checkpoints that have not reached the store yet. */
    public record Waiting(
            long count, @Nullable Instant since, @Nullable String failure) {}

    /**
     * Marks checkpoints that were stored elsewhere as waiting. Rows without a place were stored here by an older version.
     *
     * @return how many were stored elsewhere
     */
    public int useStore(String place) {
        jdbc.sql("update checkpoint_publication set place = :place where place is null and placed_at is not null")
                .param("place", place)
                .update();
        return jdbc.sql("update checkpoint_publication set placed_at = null where place <> :place")
                .param("place", place)
                .update();
    }

    public void markStored(long number, String place, Instant at) {
        jdbc.sql("""
                update checkpoint_publication set placed_at = :at, place = :place, tried_at = :at, failure = null
                where checkpoint = :number""")
                .param("at", time(at))
                .param("place", place)
                .param("number", number)
                .update();
    }

    public void markFailed(long number, Instant at, String failure) {
        jdbc.sql("update checkpoint_publication set tried_at = :at, failure = :failure where checkpoint = :number")
                .param("at", time(at))
                .param("failure", SanitizedText.line(failure, 500))
                .param("number", number)
                .update();
    }

    public Waiting waitingNow() {
        return waiting(Instant.EPOCH, true);
    }

    /** Waiting checkpoints that failed once, or were made before the given time. */
    public Waiting waitingSince(Instant moment) {
        return waiting(moment, false);
    }

    private Waiting waiting(Instant before, boolean all) {
        return jdbc.sql("""
                select count(*) as count, min(c.made_at) as since, max(p.failure) as failure
                from checkpoint_publication p join checkpoint c on c.number = p.checkpoint
                where p.placed_at is null and (:all or p.failure is not null or c.made_at < :before)""")
                .param("all", all)
                .param("before", time(before))
                .query((row, number) ->
                        new Waiting(row.getLong("count"), instantOrNull(row, "since"), row.getString("failure")))
                .single();
    }
}
