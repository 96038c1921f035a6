package io.countersign.audit.checkpoint;

import io.countersign.audit.SanitizedText;
import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.chain.Timestamps;
import io.countersign.audit.chain.UnreadableAuditLogException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checkpoints, the keys that signed them, and whether they reached the checkpoint store. */
@Repository
public class CheckpointRepository {

    private static final String ALL =
            "select c.*, k.public_key from checkpoint c left join signing_key k on k.id = c.key_id ";

    private final JdbcClient jdbc;

    public CheckpointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key that signs or signed. */
    public record Key(String id, String publicKey, Instant since) {}

    /** Checkpoints that have not reached the store yet. */
    public record Waiting(
            long count, @Nullable Instant since, @Nullable String failure) {}

    /** Returns false if the key is already known. */
    public boolean introduce(SigningKey key, Instant since) {
        boolean known = keys().stream().anyMatch(each -> each.id().equals(key.id()));
        if (!known) {
            jdbc.sql("insert into signing_key (id, public_key, since) values (:id, :key, :since)")
                    .param("id", key.id())
                    .param("key", key.publicKey())
                    .param("since", time(since))
                    .update();
        }
        return !known;
    }

    public List<Key> keys() {
        return jdbc.sql("select * from signing_key order by since, id")
                .query((row, number) ->
                        new Key(row.getString("id"), row.getString("public_key"), instant(row, "since")))
                .list();
    }

    public void insert(Checkpoint checkpoint) {
        jdbc.sql("""
                insert into checkpoint (number, entry_seq, made_at, signed, key_id, signature)
                values (:number, :entrySeq, :at, :signed, :key, :signature)""")
                .param("number", checkpoint.number())
                .param("entrySeq", checkpoint.entrySeq())
                .param("at", time(checkpoint.at()))
                .param("signed", checkpoint.signed())
                .param("key", checkpoint.keyId())
                .param("signature", checkpoint.signature())
                .update();
        jdbc.sql("insert into checkpoint_publication (checkpoint) values (:number)")
                .param("number", checkpoint.number())
                .update();
    }

    public Optional<Checkpoint> last() {
        return jdbc.sql(ALL + "order by c.number desc limit 1")
                .query(CheckpointRepository::checkpoint)
                .optional();
    }

    public Optional<Checkpoint> find(long number) {
        return jdbc.sql(ALL + "where c.number = :number")
                .param("number", number)
                .query(CheckpointRepository::checkpoint)
                .optional();
    }

    /** The oldest and the newest checkpoint that the store must contain. */
    public List<Checkpoint> endsOfStored() {
        return jdbc.sql(ALL + """
                where c.number in (
                    select min(checkpoint) from checkpoint_publication where placed_at is not null
                    union select max(checkpoint) from checkpoint_publication where placed_at is not null)
                order by c.number""").query(CheckpointRepository::checkpoint).list();
    }

    public boolean isStored(long number) {
        return jdbc.sql(
                                "select count(*) from checkpoint_publication where checkpoint = :number and placed_at is not null")
                        .param("number", number)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The first checkpoint that covers an entry, or the last one if the first has no valid signature. */
    public Optional<Checkpoint> covering(long seq) {
        return firstCovering(seq).filter(Checkpoint::isSigned).or(() -> last().filter(
                        last -> last.entrySeq() >= seq && last.isSigned()));
    }

    private Optional<Checkpoint> firstCovering(long seq) {
        return jdbc.sql(ALL + "where c.entry_seq >= :seq order by c.entry_seq, c.number limit 1")
                .param("seq", seq)
                .query(CheckpointRepository::checkpoint)
                .optional();
    }

    public List<Checkpoint> all() {
        return jdbc.sql(ALL + "order by c.number")
                .query(CheckpointRepository::checkpoint)
                .list();
    }

    /** Checkpoints that the store must contain. */
    public List<Checkpoint> stored() {
        return jdbc.sql(
                        ALL
                                + "join checkpoint_publication p on p.checkpoint = c.number where p.placed_at is not null order by c.number")
                .query(CheckpointRepository::checkpoint)
                .list();
    }

    /** Marks checkpoints that were stored elsewhere as waiting. Rows without a place were stored here by an older version. */
    public void useStore(String place) {
        jdbc.sql("update checkpoint_publication set place = :place where place is null and placed_at is not null")
                .param("place", place)
                .update();
        jdbc.sql("update checkpoint_publication set placed_at = null where place <> :place")
                .param("place", place)
                .update();
    }

    /** Oldest first. */
    public List<Checkpoint> waiting() {
        return jdbc.sql(
                        ALL
                                + "join checkpoint_publication p on p.checkpoint = c.number where p.placed_at is null order by c.number")
                .query(CheckpointRepository::checkpoint)
                .list();
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
        return waiting("");
    }

    /** Waiting checkpoints that failed once, or were made before the given time. */
    public Waiting waitingSince(Instant moment) {
        return waiting(" and (p.failure is not null or c.made_at < '" + Timestamps.utc(moment) + "')");
    }

    private Waiting waiting(String which) {
        return jdbc.sql("""
                select count(*) as count, min(c.made_at) as since, max(p.failure) as failure
                from checkpoint_publication p join checkpoint c on c.number = p.checkpoint where p.placed_at is null""" + which)
                .query((row, number) ->
                        new Waiting(row.getLong("count"), instantOrNull(row, "since"), row.getString("failure")))
                .single();
    }

    /** A manipulated row becomes an unreadable checkpoint, which verification reports. */
    private static Checkpoint checkpoint(ResultSet row, int index) throws SQLException {
        String signed = row.getString("signed");
        long number = row.getLong("number");
        long entrySeq = row.getLong("entry_seq");
        Instant at = instant(row, "made_at");
        String publicKey = Objects.requireNonNullElse(row.getString("public_key"), "");
        try {
            Checkpoint read = Checkpoint.of(signed, publicKey, row.getString("signature"));
            if (read.number() == number
                    && read.entrySeq() == entrySeq
                    && read.at().equals(at)
                    && read.keyId().equals(row.getString("key_id"))) {
                return read;
            }
        } catch (UnreadableAuditLogException e) {
            // reported by verification
        }
        return Checkpoint.unreadable(number, at, entrySeq, signed);
    }

    public static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
