package io.countersign.connection;

import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the memberships that the configuration, the connections and AWS Organizations give to accounts, and records each
 * change. A user chooses which connection reads the organization, so its accounts need a second user too.
 */
@Component
public class Memberships {

    private final JdbcClient jdbc;
    private final ConnectionProperties configured;
    private final EffectiveValues effective;

    public Memberships(JdbcClient jdbc, ConnectionProperties configured, EffectiveValues effective) {
        this.jdbc = jdbc;
        this.configured = configured;
        this.effective = effective;
    }

    /** Returns the effective values by account ID; the configuration takes precedence. */
    public Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        jdbc.sql("""
                        select account_id from organization_account
                        union select v.account_id from verified_connection v
                        join connection c on c.account_id = v.account_id""").query(String.class).list().forEach(account -> all.put(account, KnownMembership.INTERNAL.text()));
        configured.knownAccounts().forEach((account, known) -> known.membership()
                .ifPresent(membership -> all.put(account, membership.text())));
        return all;
    }

    /**
     * Runs a change of the tables of this module, and records which memberships it changes. The caller holds the lock of
     * the connections, and appends the audit entry.
     *
     * @param person the user who must not confirm the changes alone; null if there is no such user
     * @return a line for each changed membership, sorted by account ID
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> recordChanges(@Nullable String person, Runnable change) {
        Map<String, String> before = all();
        change.run();
        Map<String, String> after = all();
        TreeSet<String> accounts = new TreeSet<>(before.keySet());
        accounts.addAll(after.keySet());
        List<String> lines = new ArrayList<>();
        for (String account : accounts) {
            String old = before.get(account);
            String now = after.get(account);
            if (!Objects.equals(old, now)) {
                effective.change(ValueKind.MEMBERSHIP, account, old, now, person);
                lines.add("membership " + account + ": " + Objects.requireNonNullElse(old, "none") + " → "
                        + Objects.requireNonNullElse(now, "none"));
            }
        }
        return lines;
    }
}
