package io.countersign.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the audit entries that prove a stored state, or that a page about their subject shows. */
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

    /** Returns the time of the last sign-in of each user, without confirmations of a password or passkey; users who never signed in are absent. */
    public Map<String, Instant> lastSignIns(Collection<String> users) {
        Map<String, Instant> latest = new HashMap<>();
        jdbc.sql("""
                        select person, at from unnest(cast(:users as text array)) as person
                        cross join lateral (
                          select at from audit_entry
                          where lower(actor collate "C") = lower(person collate "C") and actor = person
                            and action in ('SIGN_IN', 'BREAK_GLASS_SIGN_IN') and outcome = 'DONE' and (message is null or message not like '% confirmed')
                          order by seq desc limit 1) as entry""").param("users", users.toArray(String[]::new)).query(row -> {
            latest.put(
                    row.getString("person"),
                    row.getObject("at", OffsetDateTime.class).toInstant());
        });
        return latest;
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
