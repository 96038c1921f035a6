package io.countersign.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** All entries. They are added and read; there is no way to change or remove one. */
@Repository
class Entries {

    static final int PAGE_SIZE = 50;
    private static final int BATCH_SIZE = 500;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Entries(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Joins the transaction of the caller, where there is one. Returns the number of the entry. */
    long append(NewEntry entry) {
        Subject about = entry.subject();
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into entry (at, actor, action, outcome, invitation_id, decision_id, resource_type, resource_name,
                    resource_id, owner, account_id, region, permission, reason, message, request_id)
                values (:at, :actor, :action, :outcome, :invitationId, :decisionId, :type, :name,
                    :resourceId, :owner, :account, :region, :permission, :reason, :message, :requestId)""")
                .param("at", OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC))
                .param("actor", SafeText.line(entry.actor(), 64))
                .param("action", entry.action().name())
                .param("outcome", entry.outcome().name())
                .param("invitationId", about.invitationId())
                .param("decisionId", about.decisionId())
                .param("type", SafeText.line(about.resourceType(), 100))
                .param("name", SafeText.line(about.resourceName(), 1000))
                .param("resourceId", SafeText.line(about.resourceId(), 2100))
                .param("owner", SafeText.line(about.owner(), 100))
                .param("account", about.accountId())
                .param("region", about.region())
                .param("permission", SafeText.line(about.permission(), 100))
                .param("reason", SafeText.lines(entry.reason(), 1000))
                .param("message", SafeText.lines(entry.message(), 2000))
                .param("requestId", SafeText.line(entry.requestId(), 200))
                .update(key, "seq");
        return key.getKeyAs(Long.class);
    }

    long count(EntryFilter filter) {
        EntryWhere where = new EntryWhere(filter);
        return jdbc.sql("select count(*) from entry" + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    /** The newest matching entries. */
    EntryPage newest(EntryFilter filter) {
        return older(filter, null);
    }

    /** The matching entries below a number, or the newest. */
    EntryPage older(EntryFilter filter, @Nullable Long before) {
        List<Entry> found = read(new EntryWhere(filter).before(before), "desc", PAGE_SIZE + 1);
        boolean more = found.size() > PAGE_SIZE;
        List<Entry> shown = more ? found.subList(0, PAGE_SIZE) : found;
        Long newer = before == null
                ? null
                : shown.isEmpty()
                        ? Long.valueOf(before - 1)
                        : Long.valueOf(shown.get(0).seq());
        return new EntryPage(shown, more ? shown.get(PAGE_SIZE - 1).seq() : null, newer);
    }

    /** The matching entries next above a number. Where less than a page is left, the newest page. */
    EntryPage newer(EntryFilter filter, long after) {
        List<Entry> found = read(new EntryWhere(filter).after(after), "asc", PAGE_SIZE + 1);
        if (found.size() <= PAGE_SIZE) {
            return newest(filter);
        }
        List<Entry> shown = found.subList(0, PAGE_SIZE);
        Collections.reverse(shown);
        return new EntryPage(shown, shown.get(PAGE_SIZE - 1).seq(), shown.get(0).seq());
    }

    /**
     * Hands over every matching entry below a number, newest first. It reads in batches: a slow reader holds neither a
     * connection nor a transaction, and rows that cannot change need no snapshot.
     */
    void each(EntryFilter filter, long before, Consumer<Entry> consumer) {
        long next = before;
        List<Entry> batch;
        do {
            batch = read(new EntryWhere(filter).before(next), "desc", BATCH_SIZE);
            batch.forEach(consumer);
            next = batch.isEmpty() ? next : batch.get(batch.size() - 1).seq();
        } while (batch.size() == BATCH_SIZE);
    }

    private List<Entry> read(EntryWhere where, String order, int limit) {
        return jdbc.sql("select * from entry" + where.sql() + " order by seq " + order + " limit " + limit)
                .params(where.params())
                .query(Entries::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("outcome"),
                subject(row),
                row.getString("reason"),
                row.getString("message"),
                row.getString("request_id"));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
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
