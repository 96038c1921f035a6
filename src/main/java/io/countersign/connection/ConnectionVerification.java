package io.countersign.connection;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
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
    private final EffectiveValues effective;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    public ConnectionVerification(
            JdbcClient jdbc,
            EffectiveValues effective,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.effective = effective;
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
        int added = jdbc.sql("""
                        insert into verified_connection (account_id, verified_at)
                        select :account, :at where not exists (
                            select 1 from connection where account_id = :account and role_arn is null)
                        on conflict do nothing""")
                .param("account", account.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) {
            jdbc.sql("update connection_version set version = version + 1").update();
            events.publishEvent(new ConnectionsChanged());
            jdbc.sql("select changed_by from connection where account_id = :account")
                    .param("account", account.value())
                    .query(String.class)
                    .optional()
                    .ifPresent(person -> record(account, person));
        }
    }

    /** The user who connected the account is responsible for the change; they cannot confirm it alone. */
    private void record(AccountId account, String person) {
        String before = listedByOrganization(account) ? KnownMembership.INTERNAL.text() : null;
        effective.change(ValueKind.MEMBERSHIP, account.value(), before, KnownMembership.INTERNAL.text(), person);
        auditLog.append(AuditEntry.bySystem(AuditAction.AUTHORITY_CHANGED, AuditOutcome.CHANGED)
                .about(AuditSubjects.of(account))
                .withMessage("membership " + account + ": " + (before == null ? "none" : before)
                        + " → internal\nfirst successful read of the connection of " + person));
    }

    /** Removes the verification of an account whose connection is added or removed. */
    @Transactional
    public void reset(AccountId account, @Nullable String person) {
        int removed = jdbc.sql("delete from verified_connection where account_id = :account")
                .param("account", account.value())
                .update();
        if (removed == 1) {
            String after = listedByOrganization(account) ? KnownMembership.INTERNAL.text() : null;
            effective.change(ValueKind.MEMBERSHIP, account.value(), KnownMembership.INTERNAL.text(), after, person);
        }
    }

    private boolean listedByOrganization(AccountId account) {
        return jdbc.sql("select exists (select 1 from organization_account where account_id = :account)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }
}
