package io.countersign.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the audit entries that prove a stored state. */
@Repository
public class RecordedEntries {

    /** @param accountId null if the entry is about no account */
    public record Entry(
            String actor,
            String action,
            String outcome,
            @Nullable String accountId,
            String message) {}

    private final JdbcClient jdbc;

    public RecordedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the entries of these actions since then, oldest first. */
    public List<Entry> since(Instant since, Collection<AuditAction> actions) {
        return jdbc.sql("""
                        select actor, action, outcome, account_id, message from audit_entry
                        where action in (:actions) and at >= :since order by seq""")
                .param("actions", actions.stream().map(Enum::name).toList())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(RecordedEntries::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("actor"),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("account_id"),
                Objects.requireNonNullElse(row.getString("message"), ""));
    }
}
