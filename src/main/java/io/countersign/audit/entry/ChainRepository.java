package io.countersign.audit.entry;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.chain.ChainHead;
import io.countersign.audit.chain.ChainedEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the chain in the database. */
@Repository
public class ChainRepository {

    private static final int BATCH_SIZE = 1000;

    private final JdbcClient jdbc;

    public ChainRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The end of the chain. */
    public record Last(long seq, String hash) {}

    /** Locks the end of the chain until the transaction ends; other writers wait. */
    public Last lock() {
        return jdbc.sql("select seq, hash from chain_head for update")
                .query((row, number) -> new Last(row.getLong("seq"), row.getString("hash")))
                .single();
    }

    void insert(StoredAuditEntry entry, int format, String previous, String hash) {
        AuditSubject about = entry.subject();
        jdbc.sql("""
                insert into audit_entry (seq, at, actor, action, outcome, invitation_id, decision_id, resource_type,
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

    void moveHead(long seq, String hash) {
        jdbc.sql("update chain_head set seq = :seq, hash = :hash")
                .param("seq", seq)
                .param("hash", hash)
                .update();
    }

    public ChainHead head() {
        return jdbc.sql("""
                select seq, hash, (select coalesce(min(seq), 1) from audit_entry) as lowest,
                    (select coalesce(max(seq), 0) from audit_entry) as stored from chain_head""")
                .query((row, number) -> new ChainHead(
                        row.getLong("seq"), row.getString("hash"), row.getLong("lowest"), row.getLong("stored")))
                .single();
    }

    /** Whether no user caused an entry, and no entry is of this time or later. */
    public boolean hasOnlyEntriesOfTheSystemBefore(Instant time) {
        return jdbc.sql("select not exists (select from audit_entry where actor <> :system or at >= :time)")
                .param("system", AuditEntry.SYSTEM)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** All entries up to a number, including forged ones with numbers below 1. */
    public Iterator<ChainedEntry> entries(long to) {
        return entries(Long.MIN_VALUE + 1, to);
    }

    /** The entries of a range, read in batches; nothing is locked between the batches. */
    public Iterator<ChainedEntry> entries(long from, long to) {
        return new PagedIterator<>(
                after -> jdbc.sql("select * from audit_entry where seq > :after and seq <= :to order by seq limit "
                                + BATCH_SIZE)
                        .param("after", after)
                        .param("to", to)
                        .query(ChainRepository::chained)
                        .list(),
                ChainedEntry::seq,
                from - 1);
    }

    private static ChainedEntry chained(ResultSet row, int number) throws SQLException {
        StoredAuditEntry entry = AuditEntryRepository.entry(row, number);
        @Nullable Integer format = row.getObject("format", Integer.class);
        int known = format == null ? CanonicalEntryFormat.CURRENT : format;
        return new ChainedEntry(
                entry.seq(),
                entry.at(),
                known,
                CanonicalEntryFormat.canonical(entry, known),
                row.getString("previous"),
                row.getString("hash"));
    }
}
