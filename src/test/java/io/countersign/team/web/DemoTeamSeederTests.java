package io.countersign.team.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.team.assignment.StaleClaimCleaner;
import io.countersign.team.persistence.TeamRepository;
import io.countersign.team.persistence.TestTeams;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DemoTeamSeederTests {

    @Test
    void namesNoPersonAsTheActor() {
        DataSource dataSource = TestDatabase.migrated();
        TeamRepository teams = new TestTeams(dataSource, InstantSource.system()).repository();
        RecordedAuditLog auditLog = new RecordedAuditLog();
        TeamService service =
                new TeamService(teams, mock(StaleClaimCleaner.class), auditLog, new StaticMessageSource());

        new TransactionTemplate(new JdbcTransactionManager(dataSource))
                .executeWithoutResult(transaction -> new DemoTeamSeeder(teams, service).once());

        assertThat(auditLog.entries).isNotEmpty().extracting(AuditEntry::actor).containsOnly(AuditEntry.SYSTEM);
        assertThat(JdbcClient.create(dataSource)
                        .sql("select changed_by from team")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .containsOnly(AuditEntry.SYSTEM);
    }
}
