package io.countersign.audit.entry;

import io.countersign.audit.AuditSubject;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.database.CustomPlans;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads entries. {@link AuditChain} appends them; nothing changes or removes one. */
@Repository
public class AuditEntryRepository {

    public static final int PAGE_SIZE = 50;
    private static final int BATCH_SIZE = 500;

    private final JdbcClient jdbc;

    public AuditEntryRepository(DataSource dataSource) {
        this.jdbc = CustomPlans.client(dataSource);
    }

    /** All entries about an invitation and its decisions, oldest first. */
    public List<StoredAuditEntry> about(String invitationId) {
        return jdbc.sql("select * from audit_entry where invitation_id = :id order by seq")
                .param("id", invitationId)
                .query(AuditEntryRepository::entry)
                .list();
    }

    /** The newest entries about an invitation and its decisions, newest first. */
    public List<StoredAuditEntry> newestAbout(String invitationId, int most) {
        return jdbc.sql("select * from audit_entry where invitation_id = :id order by seq desc limit :most")
                .param("id", invitationId)
                .param("most", most)
                .query(AuditEntryRepository::entry)
                .list();
    }

    /** All entries about a decision, oldest first. */
    public List<StoredAuditEntry> ofDecision(long id) {
        return jdbc.sql("select * from audit_entry where decision_id = :id order by seq")
                .param("id", id)
                .query(AuditEntryRepository::entry)
                .list();
    }

    public EntryCount count(AuditEntryFilter filter) {
        AuditEntryCondition where = new AuditEntryCondition(filter);
        int most = EntryCount.most(filter);
        int counted = jdbc.sql("select count(*) from (select 1" + where.sql() + " limit " + (most + 1) + ") counted")
                .params(where.params())
                .query(Integer.class)
                .single();
        return new EntryCount(Math.min(counted, most), counted > most);
    }

    /** The newest matching entries. */
    public AuditEntryPage newest(AuditEntryFilter filter) {
        return older(filter, null);
    }

    /** The matching entries below a number, or the newest. */
    public AuditEntryPage older(AuditEntryFilter filter, @Nullable Long before) {
        List<StoredAuditEntry> found = read(new AuditEntryCondition(filter).before(before), "desc", PAGE_SIZE + 1);
        boolean more = found.size() > PAGE_SIZE;
        List<StoredAuditEntry> shown = more ? found.subList(0, PAGE_SIZE) : found;
        Long newer = before == null
                ? null
                : shown.isEmpty()
                        ? Long.valueOf(before - 1)
                        : Long.valueOf(shown.get(0).seq());
        return new AuditEntryPage(shown, more ? shown.get(PAGE_SIZE - 1).seq() : null, newer);
    }

    /** The matching entries next above a number, or the newest page if less than a page is left. */
    public AuditEntryPage newer(AuditEntryFilter filter, long after) {
        List<StoredAuditEntry> found = read(new AuditEntryCondition(filter).after(after), "asc", PAGE_SIZE + 1);
        if (found.size() <= PAGE_SIZE) {
            return newest(filter);
        }
        List<StoredAuditEntry> shown = found.subList(0, PAGE_SIZE);
        Collections.reverse(shown);
        return new AuditEntryPage(
                shown, shown.get(PAGE_SIZE - 1).seq(), shown.get(0).seq());
    }

    /**
     * Passes every matching entry below a number to the consumer, newest first. It reads in batches, so that a slow reader
     * holds neither a connection nor a transaction. Rows that cannot change need no snapshot.
     */
    public void each(AuditEntryFilter filter, long before, Consumer<StoredAuditEntry> consumer) {
        long next = before;
        List<StoredAuditEntry> batch;
        do {
            batch = read(new AuditEntryCondition(filter).before(next), "desc", BATCH_SIZE);
            batch.forEach(consumer);
            next = batch.isEmpty() ? next : batch.get(batch.size() - 1).seq();
        } while (batch.size() == BATCH_SIZE);
    }

    private List<StoredAuditEntry> read(AuditEntryCondition where, String order, int limit) {
        return jdbc.sql(page(where, order, limit))
                .params(where.params())
                .query(AuditEntryRepository::attributed)
                .list();
    }

    /** The inner query reads no more than an index if it can. */
    static String page(AuditEntryCondition where, String order, int limit) {
        return "select * from attributed_entry where seq in (select seq%2$s order by seq %1$s limit %3$d) order by seq %1$s"
                .formatted(order, where.sql(), limit);
    }

    static StoredAuditEntry entry(ResultSet row, int number) throws SQLException {
        return new StoredAuditEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("outcome"),
                subject(row),
                row.getString("reason"),
                row.getString("message"),
                row.getString("request_id"),
                null);
    }

    private static StoredAuditEntry attributed(ResultSet row, int number) throws SQLException {
        String person = row.getString("decided_by");
        return entry(row, number)
                .decidedBy(
                        person == null ? null : new StoredAuditEntry.Decider(person, row.getString("decided_action")));
    }

    private static AuditSubject subject(ResultSet row) throws SQLException {
        return new AuditSubject(
                row.getString("invitation_id"),
                row.getObject("decision_id", Long.class),
                row.getString("resource_type"),
                row.getString("resource_name"),
                row.getString("resource_id"),
                row.getString("owner"),
                row.getString("account_id"),
                row.getString("region"),
                row.getString("permission"));
    }
}
