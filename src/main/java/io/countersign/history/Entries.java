package io.countersign.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All entries. They are added and read; there is no way to change or remove one. */
@Repository
class Entries {

    static final int PAGE_SIZE = 50;
    private static final int BATCH_SIZE = 500;
    private static final Duration MOMENT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Chain chain;

    Entries(JdbcClient jdbc, Chain chain) {
        this.jdbc = jdbc;
        this.chain = chain;
    }

    /** Joins the transaction of the caller, where there is one; the entry is then written just before the commit. */
    void append(NewEntry entry) {
        chain.append(entry);
    }

    /** Writes in a transaction of its own. Returns the number of the entry. */
    long appendNow(NewEntry entry) {
        return chain.appendNow(entry);
    }

    /** Everything about an invitation and its decisions, oldest first. */
    List<Entry> about(String invitationId) {
        return jdbc.sql("select * from entry where invitation_id = :id order by seq")
                .param("id", invitationId)
                .query(Entries::entry)
                .list();
    }

    /** Everything about a decision, oldest first. */
    List<Entry> ofDecision(long id) {
        return jdbc.sql("select * from entry where decision_id = :id order by seq")
                .param("id", id)
                .query(Entries::entry)
                .list();
    }

    /** Whether the same person did the same to the same, as it still stands, a moment ago. */
    boolean justSaid(String actor, EntryAction action, Subject about) {
        List<Entry> last = jdbc.sql("""
                select * from entry where invitation_id = :invitation and actor = :actor and action = :action
                order by seq desc limit 1""")
                .param("invitation", about.invitationId())
                .param("actor", actor)
                .param("action", action.name())
                .query(Entries::entry)
                .list();
        return last.stream()
                .anyMatch(entry -> entry.subject().equals(about.fitted())
                        && entry.at().isAfter(chain.now().minus(MOMENT)));
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

    static Entry entry(ResultSet row, int number) throws SQLException {
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
