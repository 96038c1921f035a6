package io.countersign.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AccountId;
import io.countersign.connection.AuditSubjects;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

class AuditLogTransactionTests {

    private static final Source SOURCE = new Source(new AccountId("111122223333"), new Region("eu-west-1"));
    private static final ListedInvitation INVITATION = new ListedInvitation(
            new InvitationId("0123456789abcdef0123456789abcdef"),
            ResourceType.LENS,
            "555566667777",
            "111122223333",
            Permission.CONTRIBUTOR,
            "SaaS lens",
            "arn:aws:wellarchitected::555566667777:lens/saas");
    private static final AuditEntry SIGN_IN = AuditEntry.by("lead", AuditAction.SIGN_IN, AuditOutcome.DONE);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private DataSource dataSource;
    private TransactionTemplate transaction;

    @BeforeEach
    void start() {
        dataSource = TestDatabase.migrated();
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(InstantSource.class, InstantSource::system);
        context.registerBean(TransactionOperations.class, () -> transaction);
        context.register(ChainRepository.class, AuditChain.class, AuditEntryRepository.class);
        context.refresh();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void recordsAReloadedPageOnce() {
        appendUnlessRepeated(viewed(INVITATION, "lead"));
        appendUnlessRepeated(viewed(INVITATION, "lead"));
        assertThat(count()).isOne();
        appendUnlessRepeated(viewed(INVITATION, "reviewer"));
        assertThat(count()).as("another user").isEqualTo(2);
        ListedInvitation changed = new ListedInvitation(
                INVITATION.id(),
                INVITATION.type(),
                INVITATION.sharedBy(),
                INVITATION.sharedWith(),
                Permission.READONLY,
                INVITATION.resourceName(),
                INVITATION.resourceId());
        appendUnlessRepeated(viewed(changed, "lead"));
        assertThat(count()).as("different content").isEqualTo(3);
    }

    private void appendUnlessRepeated(AuditEntry entry) {
        log().appendUnlessRepeated(
                        entry,
                        context.getBean(AuditEntryRepository.class)
                                .newestAbout(INVITATION.id().value(), 10));
    }

    @Test
    void rollsBackWithTheCallersTransaction() {
        transaction.executeWithoutResult(status -> {
            log().append(SIGN_IN);
            status.setRollbackOnly();
        });
        assertThat(count()).isZero();
        transaction.executeWithoutResult(status -> log().append(SIGN_IN));
        assertThat(count()).isOne();
    }

    @Test
    void commitsAtOnceWithoutATransaction() {
        log().append(SIGN_IN);
        assertThat(count()).isOne();
    }

    @Test
    void rollsBackTheChangeIfItCannotBeRecorded() {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table work (name varchar(10))").update();
        jdbc.sql("alter table audit_entry rename to elsewhere").update();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("insert into work values ('done')").update();
                    log().append(SIGN_IN);
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(jdbc.sql("select count(*) from work").query(Long.class).single())
                .isZero();
    }

    private static AuditEntry viewed(ListedInvitation invitation, String person) {
        return AuditEntry.by(person, AuditAction.VIEW, AuditOutcome.DONE).about(AuditSubjects.of(SOURCE, invitation));
    }

    private AuditLog log() {
        return context.getBean(AuditLog.class);
    }

    private AuditEntryRepository entries() {
        return context.getBean(AuditEntryRepository.class);
    }

    private long count() {
        return entries().count(AuditEntryFilter.ALL).number();
    }
}
