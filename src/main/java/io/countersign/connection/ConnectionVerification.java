package io.countersign.connection;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
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

    /** Returns the IDs of the verified accounts. */
    public Set<String> verified() {
        return jdbc.sql("select account_id from verified_connection")
                .query(String.class)
                .set();
    }

    /**
     * Records that an account was read. A connection without a role reads with the credentials of the process, which may
     * belong to another account, so it is not verified unless the configuration names it.
     */
    @Transactional
    public void readSucceeded(AccountId account) {
        if (unverified(account)) {
            jdbc.sql("update connection_version set version = version + 1").update();
            events.publishEvent(new ConnectionsChanged());
            String person = addedBy(account);
            memberships
                    .recordChanges(person, () -> verify(account))
                    .forEach(change ->
                            auditLog.append(AuditEntry.bySystem(AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                                    .about(AuditSubjects.of(account))
                                    .withMessage(change + "\nfirst successful read of the connection"
                                            + (person == null ? "" : " of " + person))));
        }
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
