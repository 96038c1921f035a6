package io.countersign.history;

import io.countersign.history.chain.Head;
import io.countersign.history.chain.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain as it lies in the database. */
@Repository
class ChainRows {

    private static final int BATCH_SIZE = 1000;

    private final JdbcClient jdbc;

    ChainRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The end of the chain. */
    record Last(long seq, String hash) {}

    /** Waits for the writer before, and keeps all others waiting until the transaction ends. */
    Last lock() {
        return jdbc.sql("select seq, hash from chain_head for update")
                .query((row, number) -> new Last(row.getLong("seq"), row.getString("hash")))
                .single();
    }

    void insert(Entry entry, int format, String previous, String hash) {
        Subject about = entry.subject();
        jdbc.sql("""
                insert into entry (seq, at, actor, action, outcome, invitation_id, decision_id, resource_type,
                    resource_name, resource_id, owner, account_id, region, permission, reason, message, request_id,
                    format, previous, hash)
                values (:seq, :at, :actor, :action, :outcome, :invitationId, :decisionId, :type,
                    :name, :resourceId, :owner, :account, :region, :permission, :reason, :message, :requestId,
                    :format, :previous, :hash)""")
                .param("seq", entry.seq())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("outcome", entry.outcome())
                .param("invitationId", about.invitationId())
                .param("decisionId", about.decisionId())
                .param("type", about.resourceType())
                .param("name", about.resourceName())
                .param("resourceId", about.resourceId())
                .param("owner", about.owner())
                .param("account", about.accountId())
                .param("region", about.region())
                .param("permission", about.permission())
                .param("reason", entry.reason())
                .param("message", entry.message())
                .param("requestId", entry.requestId())
                .param("format", format)
                .param("previous", previous)
                .param("hash", hash)
                .update();
    }

    void move(long seq, String hash) {
        jdbc.sql("update chain_head set seq = :seq, hash = :hash")
                .param("seq", seq)
                .param("hash", hash)
                .update();
    }

    /** Entries from before the chain, behind a number, oldest first. */
    List<Entry> unchained(long after) {
        return jdbc.sql("select * from entry where hash is null and seq > :after order by seq limit " + BATCH_SIZE)
                .param("after", after)
                .query(Entries::entry)
                .list();
    }

    /** Nothing was appended yet: the last entry, if there is one, is from before the chain. */
    boolean onlyEarly(long last) {
        return jdbc.sql("select count(*) from entry where seq = :last and format <> :early")
                        .param("last", last)
                        .param("early", EntryFormat.EARLY)
                        .query(Long.class)
                        .single()
                == 0;
    }

    void chain(long seq, String previous, String hash) {
        jdbc.sql("update entry set format = :format, previous = :previous, hash = :hash where seq = :seq")
                .param("format", EntryFormat.EARLY)
                .param("previous", previous)
                .param("hash", hash)
                .param("seq", seq)
                .update();
    }

    Head head() {
        return jdbc.sql("""
                select seq, hash, (select coalesce(min(seq), 1) from entry) as lowest,
                    (select coalesce(max(seq), 0) from entry) as stored from chain_head""")
                .query((row, number) -> new Head(
                        row.getLong("seq"), row.getString("hash"), row.getLong("lowest"), row.getLong("stored")))
                .single();
    }

    /** All to a number, also those that nobody who counts from 1 can have written. */
    Iterator<Link> links(long to) {
        return links(Long.MIN_VALUE + 1, to);
    }

    /** The links from one number to another, in batches: nothing is held between them. */
    Iterator<Link> links(long from, long to) {
        return new Batches<>(
                after -> jdbc.sql("select * from entry where seq > :after and seq <= :to order by seq limit "
                                + BATCH_SIZE)
                        .param("after", after)
                        .param("to", to)
                        .query(ChainRows::link)
                        .list(),
                Link::seq,
                from - 1);
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        Entry entry = Entries.entry(row, number);
        @Nullable Integer format = row.getObject("format", Integer.class);
        int known = format == null ? EntryFormat.CURRENT : format;
        return new Link(
                entry.seq(),
                entry.at(),
                known,
                EntryFormat.canonical(entry, known),
                row.getString("previous"),
                row.getString("hash"));
    }
}
