package io.countersign.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.TestPostgres;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.TestAuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The PostgreSQL privileges that {@code operations.md} grants to the application's user. */
class AuditLogPrivilegesTests {

    private final String name = "desk_" + UUID.randomUUID().toString().replace("-", "");
    private SimpleDriverDataSource owner;
    private DataSource application;

    @BeforeEach
    void grant() throws IOException {
        owner = TestPostgres.running().empty();
        TestDatabase.migrate(owner);
        JdbcClient jdbc = JdbcClient.create(owner);
        jdbc.sql("create role " + name + " login password 'desk'").update();
        Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/operations.md")))
                .results()
                .flatMap(block ->
                        block.group(1).replace("countersign;", name + ";").lines())
                .forEach(line -> jdbc.sql(line).update());
        String url = owner.getUrl().replaceFirst("\\?.*", "");
        application = new SimpleDriverDataSource(owner.getDriver(), url, name, "desk");
    }

    @AfterEach
    void revoke() {
        JdbcClient jdbc = JdbcClient.create(owner);
        jdbc.sql("drop owned by " + name).update();
        jdbc.sql("drop role " + name).update();
    }

    @Test
    void letsTheApplicationAppendButNotDropTriggers() {
        AuditEntryRepository entries = new AuditEntryRepository(application);
        TestAuditLog.log(application, InstantSource.system())
                .appendNow(AuditEntry.by("lead", AuditAction.SIGN_IN, AuditOutcome.DONE));
        assertThat(entries.count(AuditEntryFilter.ALL).number()).isOne();
        assertRefused("drop trigger entry_not_updated on audit_entry");
        assertRefused("alter table audit_entry disable trigger all");
        assertRefused("drop function refuse_change() cascade");
        assertRefused("drop table audit_entry cascade");
        assertThat(entries.count(AuditEntryFilter.ALL).number()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'x'",
                "delete from audit_entry",
                "truncate table audit_entry",
                "delete from checkpoint",
                "update signing_key set public_key = 'x'"
            })
    void deniesChangesToTheApplication(String statement) {
        assertRefused(statement);
    }

    private void assertRefused(String statement) {
        assertThatThrownBy(() -> JdbcClient.create(application).sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s)ERROR: (must be owner of|permission denied for).*");
    }
}
