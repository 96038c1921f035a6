package io.countersign.history;

import io.countersign.history.chain.Checkpoint;
import io.countersign.history.chain.SigningKey;
import io.countersign.history.chain.Times;
import io.countersign.history.chain.UnreadableRecord;
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

/** Checkpoints, the keys that signed them, and whether they are where they should be. */
@Repository
class CheckpointRows {

    private static final String ALL =
            "select c.*, k.public_key from checkpoint c left join signing_key k on k.id = c.key_id ";

    private final JdbcClient jdbc;

    CheckpointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key that signs or signed. */
    record Key(String id, String publicKey, Instant since) {}

    /** Checkpoints that are not in their place yet. */
    record Waiting(
            long count, @Nullable Instant since, @Nullable String failure) {}

    /** Returns false if it was known. */
    boolean introduce(SigningKey key, Instant since) {
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

    List<Key> keys() {
        return jdbc.sql("select * from signing_key order by since, id")
                .query((row, number) ->
                        new Key(row.getString("id"), row.getString("public_key"), instant(row, "since")))
                .list();
    }

    void insert(Checkpoint checkpoint) {
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
        jdbc.sql("insert into placement (checkpoint) values (:number)")
                .param("number", checkpoint.number())
                .update();
    }

    Optional<Checkpoint> last() {
        return jdbc.sql(ALL + "order by c.number desc limit 1")
                .query(CheckpointRows::checkpoint)
                .optional();
    }

    /** One that covers an entry: the first, or the last where the first is not what was signed. */
    Optional<Checkpoint> covering(long seq) {
        return firstCovering(seq).filter(Checkpoint::isSigned).or(() -> last().filter(
                        last -> last.entrySeq() >= seq && last.isSigned()));
    }

    private Optional<Checkpoint> firstCovering(long seq) {
        return jdbc.sql(ALL + "where c.entry_seq >= :seq order by c.entry_seq, c.number limit 1")
                .param("seq", seq)
                .query(CheckpointRows::checkpoint)
                .optional();
    }

    List<Checkpoint> all() {
        return jdbc.sql(ALL + "order by c.number")
                .query(CheckpointRows::checkpoint)
                .list();
    }

    /** What has to lie in the place. */
    List<Checkpoint> placed() {
        return jdbc.sql(ALL
                        + "join placement p on p.checkpoint = c.number where p.placed_at is not null order by c.number")
                .query(CheckpointRows::checkpoint)
                .list();
    }

    /** What was placed somewhere else waits again. Where an older version placed one is not known: here, it is taken. */
    void placeIs(String place) {
        jdbc.sql("update placement set place = :place where place is null and placed_at is not null")
                .param("place", place)
                .update();
        jdbc.sql("update placement set placed_at = null where place <> :place")
                .param("place", place)
                .update();
    }

    /** Oldest first. */
    List<Checkpoint> waiting() {
        return jdbc.sql(ALL + "join placement p on p.checkpoint = c.number where p.placed_at is null order by c.number")
                .query(CheckpointRows::checkpoint)
                .list();
    }

    void placed(long number, String place, Instant at) {
        jdbc.sql("""
                update placement set placed_at = :at, place = :place, tried_at = :at, failure = null
                where checkpoint = :number""")
                .param("at", time(at))
                .param("place", place)
                .param("number", number)
                .update();
    }

    void notPlaced(long number, Instant at, String failure) {
        jdbc.sql("update placement set tried_at = :at, failure = :failure where checkpoint = :number")
                .param("at", time(at))
                .param("failure", SafeText.line(failure, 500))
                .param("number", number)
                .update();
    }

    Waiting waitingNow() {
        return waiting("");
    }

    /** Those that wait although they were tried, or were made before a moment. */
    Waiting waitingSince(Instant moment) {
        return waiting(" and (p.failure is not null or c.made_at < '" + Times.utc(moment) + "')");
    }

    private Waiting waiting(String which) {
        return jdbc.sql("""
                select count(*) as count, min(c.made_at) as since, max(p.failure) as failure
                from placement p join checkpoint c on c.number = p.checkpoint where p.placed_at is null""" + which)
                .query((row, number) ->
                        new Waiting(row.getLong("count"), instantOrNull(row, "since"), row.getString("failure")))
                .single();
    }

    /** A row that was changed stands as it is, for verification to name it. */
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
        } catch (UnreadableRecord e) {
            // told by verification
        }
        return Checkpoint.unreadable(number, at, entrySeq, signed);
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
