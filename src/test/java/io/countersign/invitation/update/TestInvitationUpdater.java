package io.countersign.invitation.update;

import io.countersign.audit.AuditLog;
import io.countersign.audit.RecordedAuditLog;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates an {@link InvitationUpdater} for the tests of other modules. */
public final class TestInvitationUpdater {

    private TestInvitationUpdater() {}

    public static InvitationUpdater on(DataSource dataSource) {
        return on(dataSource, new RecordedAuditLog(), event -> {});
    }

    public static InvitationUpdater on(DataSource dataSource, AuditLog auditLog, ApplicationEventPublisher events) {
        return new InvitationUpdater(new InvitationUpdateRepository(JdbcClient.create(dataSource)), auditLog, events);
    }
}
