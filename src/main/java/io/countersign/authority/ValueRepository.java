package io.countersign.authority;

import io.countersign.audit.RecordedEntries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores effective values and their changes. */
@Repository
public class ValueRepository {

    /** The subject of the row that shows that the values of a kind were stored before. */
    private static final String STORED_BEFORE = "";

    private final JdbcClient jdbc;

    public ValueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for other writers, and makes them wait until the transaction ends. */
    void lock() {
        jdbc.sql("lock table effective_value in share row exclusive mode").update();
    }

    /** Returns the values by subject; empty if none were ever stored. */
    Optional<Map<String, String>> values(ValueKind kind) {
        Map<String, String> values = new HashMap<>();
        jdbc.sql("select subject, value from effective_value where kind = :kind")
                .param("kind", kind.name())
                .query((RowCallbackHandler) row -> values.put(row.getString(1), row.getString(2)));
        return values.remove(STORED_BEFORE) == null ? Optional.empty() : Optional.of(values);
    }

    void markStored(ValueKind kind) {
        store(kind, STORED_BEFORE, STORED_BEFORE);
    }

    void store(ValueKind kind, String subject, @Nullable String value) {
        String sql = value == null
                ? "delete from effective_value where kind = :kind and subject = :subject"
                : "insert into effective_value (kind, subject, value) values (:kind, :subject, :value)"
                        + " on conflict (kind, subject) do update set value = :value";
        jdbc.sql(sql)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("value", value)
                .update();
    }

    void add(
            ValueKind kind,
            String subject,
            @Nullable String before,
            @Nullable String after,
            Instant at,
            @Nullable String by) {
        jdbc.sql("""
                        insert into value_change (kind, subject, before_value, after_value, changed_at, changed_by)
                        values (:kind, :subject, :before, :after, :at, :by)""")
                .param("kind", kind.name())
                .param("subject", subject)
                .param("before", before)
                .param("after", after)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /**
     * Returns the changes of these kinds since then that no second user confirmed. A confirmation without its audit entry
     * does not count.
     */
    public List<ValueChange> unconfirmed(List<ValueKind> kinds, Instant since) {
        List<ValueChange> changes = jdbc.sql("""
                        select * from value_change
                        where changed_at > :since and kind in (:kinds) order by id""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query(ValueRepository::row)
                .list();
        if (changes.stream().allMatch(change -> change.endorsedBy() == null && change.confirmedBy() == null)) {
            return changes;
        }
        RecordedConfirmations recorded = RecordedConfirmations.since(new RecordedEntries(jdbc), since);
        return changes.stream()
                .map(recorded::recorded)
                .filter(change -> !change.confirmed())
                .toList();
    }

    /** Returns the changes that at least one user confirmed. */
    List<ValueChange> confirmed() {
        return jdbc.sql("select * from value_change where endorsed_by is not null or confirmed_by is not null")
                .query(ValueRepository::row)
                .list();
    }

    /** Returns the latest changes since then, newest first. */
    public List<ValueChange> latest(Instant since, int most) {
        return jdbc.sql("select * from value_change where changed_at > :since order by id desc limit :most")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(ValueRepository::row)
                .list();
    }

    /** Locks the changes until the transaction ends, and returns the IDs of those that exist. */
    public Set<Long> hold(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select id from value_change where id in (:ids) order by id for update")
                        .param("ids", ids)
                        .query(Long.class)
                        .list());
    }

    void endorse(Collection<Long> ids, String person) {
        update("update value_change set endorsed_by = :person where id in (:ids)", ids, person);
    }

    void confirm(Collection<Long> ids, String person) {
        update("update value_change set confirmed_by = :person where id in (:ids)", ids, person);
    }

    private void update(String sql, Collection<Long> ids, String person) {
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("person", person).param("ids", ids).update();
        }
    }

    private static ValueChange row(ResultSet row, int number) throws SQLException {
        return new ValueChange(
                row.getLong("id"),
                ValueKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("before_value"),
                row.getString("after_value"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                row.getString("endorsed_by"),
                row.getString("confirmed_by"));
    }
}
