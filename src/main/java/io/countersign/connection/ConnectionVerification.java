package io.countersign.connection;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.RecordedEntries;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores which connected accounts were read successfully. Only a verified connection shows that its account belongs to the
 * organization: an admin can enter any account ID.
 */
@Component
public class ConnectionVerification {

    private static final String FIRST_READ = "first successful read of the connection";
    private static final Pattern READ = Pattern.compile(FIRST_READ + "(?: of \\S+)?");
    private static final Pattern REPLACED = Pattern.compile("connection (?:added|removed)");
    private static final List<AuditAction> RECORDING =
            List.of(AuditAction.AUTHORITY_CHANGED, AuditAction.CONNECTION_CHANGED);

    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    public ConnectionVerification(
            JdbcClient jdbc,
            Memberships memberships,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.auditLog = auditLog;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the IDs of the verified accounts. A verification without its audit entry does not count. */
    public Set<String> verified() {
        Set<String> verified = stored(jdbc);
        verified.retainAll(recorded(jdbc));
        return verified;
    }

    private static Set<String> stored(JdbcClient jdbc) {
        return new TreeSet<>(jdbc.sql("select account_id from verified_connection")
                .query(String.class)
                .set());
    }

    /** Returns the accounts whose latest connection was read successfully, according to the audit log. */
    private static Set<String> recorded(JdbcClient jdbc) {
        Set<String> recorded = new HashSet<>();
        new RecordedEntries(jdbc).since(Instant.EPOCH, RECORDING).forEach(entry -> {
            if (isRead(entry)) {
                recorded.add(String.valueOf(entry.accountId()));
            } else if (REPLACED.matcher(entry.message()).lookingAt()) {
                recorded.remove(String.valueOf(entry.accountId()));
            }
        });
        return recorded;
    }

    /** Users choose the name of a connection, which entries of users contain. */
    private static boolean isRead(RecordedEntries.Entry entry) {
        return entry.actor().equals(AuditEntry.SYSTEM)
                && entry.message().lines().anyMatch(line -> READ.matcher(line).matches());
    }

    /** Returns the first verification without its audit entry; empty if there is none. */
    public static Optional<String> unrecorded(JdbcClient jdbc) {
        Set<String> stored = stored(jdbc);
        stored.removeAll(recorded(jdbc));
        return stored.stream()
                .findFirst()
                .map(account -> "account " + account + " was stored as a connection that was read, without its entry");
    }

    /**
     * Records that an account was read. A connection without a role reads with the credentials of the process, which may
     * belong to another account, so it is not verified unless the configuration names it.
     */
    @Transactional
    public void readSucceeded(AccountId account) {
        if (unverified(account) && lockedAndUnverified(account)) {
            jdbc.sql("update connection_version set version = version + 1").update();
            events.publishEvent(new ConnectionVerified());
            String person = addedBy(account);
            List<String> changes = memberships.recordChanges(person, () -> verify(account));
            AuditAction action = changes.isEmpty() ? AuditAction.CONNECTION_CHANGED : AuditAction.AUTHORITY_CHANGED;
            auditLog.append(AuditEntry.bySystem(action, AuditOutcome.CHANGED)
                    .about(AuditSubjects.of(account))
                    .withMessage(Stream.concat(
                                    changes.stream(), Stream.of(FIRST_READ + (person == null ? "" : " of " + person)))
                            .collect(Collectors.joining("\n"))));
        }
    }

    /** The first reads of all Regions of an account end at about the same time. */
    private boolean lockedAndUnverified(AccountId account) {
        jdbc.sql("select version from connection_version for update")
                .query(Long.class)
                .single();
        return unverified(account);
    }

    private boolean unverified(AccountId account) {
        return jdbc.sql("""
                        select not exists (select 1 from verified_connection where account_id = :account)
                           and not exists (select 1 from connection where account_id = :account and role_arn is null)""")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    private void verify(AccountId account) {
        jdbc.sql("""
                        insert into verified_connection (account_id, verified_at) values (:account, :at)
                        on conflict do nothing""")
                .param("account", account.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns the user who is responsible for what the connection reads; they cannot confirm its membership alone. */
    private @Nullable String addedBy(AccountId account) {
        return jdbc.sql("select added_by from connection where account_id = :account")
                .param("account", account.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Removes the verification of an account whose connection is added or removed. */
    public void reset(AccountId account) {
        jdbc.sql("delete from verified_connection where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
