package io.countersign.audit.checkpoint;

import static io.countersign.audit.checkpoint.TimestampColumns.instant;
import static io.countersign.audit.checkpoint.TimestampColumns.time;

import io.countersign.audit.chain.Checkpoint;
import io.countersign.audit.chain.SigningKey;
import io.countersign.audit.chain.UnreadableAuditLogException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checkpoints and the keys that signed them. */
@Repository
public class CheckpointRepository {

    private static final String ALL =
            "select c.*, k.public_key from checkpoint c left join signing_key k on k.id = c.key_id ";

    private static final String STORED =
            "join checkpoint_publication p on p.checkpoint = c.number where p.placed_at is not null";

    private final JdbcClient jdbc;

    public CheckpointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key that signs or signed. */
    public record Key(String id, String publicKey, Instant since) {}

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
        return list("""
                where c.number in (
                    select min(checkpoint) from checkpoint_publication where placed_at is not null
                    union select max(checkpoint) from checkpoint_publication where placed_at is not null)""");
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
        return list("");
    }

    /** Checkpoints that a store must contain. */
    List<Checkpoint> stored() {
        return list(STORED);
    }

    /** Checkpoints that the store of this name must contain; replicas may have different stores. */
    List<Checkpoint> stored(String place) {
        return list(STORED + " and coalesce(p.place, :place) = :place", Map.of("place", place));
    }

    /** Checkpoints that have not reached the store, oldest first. */
    public List<Checkpoint> waiting() {
        return list("join checkpoint_publication p on p.checkpoint = c.number where p.placed_at is null");
    }

    private List<Checkpoint> list(String which) {
        return list(which, Map.of());
    }

    private List<Checkpoint> list(String which, Map<String, ?> parameters) {
        return jdbc.sql(ALL + which + " order by c.number")
                .params(parameters)
                .query(CheckpointRepository::checkpoint)
                .list();
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
}
