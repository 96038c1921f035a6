package io.countersign;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.Pages.Page;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationId;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Tests decisions if the database becomes unavailable before or during them. */
@PageTest
@Import(DatabaseGoneTests.InterruptionConfiguration.class)
class DatabaseGoneTests {

    private static final String REASON = "Agreed <with> ticket 4711";
    private static final InvitationId BEFORE = id(ListedForPages.PLAIN + 100);
    private static final InvitationId BETWEEN = id(ListedForPages.PLAIN + 101);

    @Autowired
    Pages pages;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InterruptibleDataSource database;

    @BeforeEach
    void pollAws() throws Exception {
        pages.refresh();
    }

    @AfterEach
    void restoreConnection() {
        database.interrupted = false;
    }

    @Test
    void showsAnErrorPage() throws Exception {
        database.interrupted = true;
        Page page = pages.open("/", "reviewer");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body())
                .contains("Database unavailable", "check whether it took effect")
                .doesNotContain("SQLTransient");
    }

    @Test
    void sendsNothingAndKeepsTheReason() throws Exception {
        Map<String, String> form = form(BEFORE);
        database.interrupted = true;
        Page page = pages.submit("/invitations/" + BEFORE + "/decisions", "reviewer", form);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("nothing was sent to AWS", ">Agreed &lt;with&gt; ticket 4711</textarea>");
        assertThat(page.body()).doesNotContain(form.get("fingerprint"), "_csrf");
        assertThat(aws.updated()).doesNotContain(BEFORE);
    }

    @Test
    void keepsAllTextsOfAnyForm() throws Exception {
        database.interrupted = true;
        Page page = pages.submit(
                "/teams",
                "admin",
                List.of("name", "Retail <b>", "accounts", "111122223333\n222233334444", "members", "ann:LEAD"));
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body())
                .contains("Name: your text, to copy", ">Retail &lt;b&gt;</textarea>")
                .contains("Accounts: your text, to copy", ">111122223333\n222233334444</textarea>")
                .doesNotContain("nothing was sent to AWS");
        assertThat(pages.submit("/again", "admin", Map.of("password", "secret", "to", "/"))
                        .body())
                .doesNotContain("secret", "textarea");
    }

    @Test
    void sendsNothingIfTheDatabaseFailsBeforeTheIntent() throws Exception {
        Map<String, String> form = form(BEFORE);
        aws.onList(() -> database.interrupted = true);
        try {
            Page page = pages.submit("/invitations/" + BEFORE + "/decisions", "reviewer", form);
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("nothing was sent to AWS");
            assertThat(aws.updated()).doesNotContain(BEFORE);
        } finally {
            aws.onList(() -> {});
        }
    }

    @Test
    void leavesTheDecisionSendingIfTheDatabaseFailsAfterTheIntent() throws Exception {
        Map<String, String> form = form(BETWEEN);
        aws.answers(invitation -> {
            database.interrupted = true;
            return new UpdateOutcome.Updated(
                    new UpdatedInvitation(invitation.value(), "WORKLOAD", null, null, null, null, null), "request-1");
        });

        Page page = pages.submit("/invitations/" + BETWEEN + "/decisions", "reviewer", form);
        database.interrupted = false;

        assertThat(page.body()).doesNotContain("nothing was sent to AWS");
        assertThat(aws.updated()).containsOnlyOnce(BETWEEN);
        assertThat(jdbc.sql("select state from decision where invitation_id = :id and next_at is not null")
                        .param("id", BETWEEN.value())
                        .query(String.class)
                        .list())
                .containsExactly("SENDING");
    }

    private Map<String, String> form(InvitationId invitation) {
        String seen = InvitationFingerprint.of(
                        invitations.find(invitation).orElseThrow().listed())
                .value();
        return Map.of("action", "ACCEPT", "reason", REASON, "fingerprint", seen);
    }

    /** A data source that can simulate a lost connection. */
    static final class InterruptibleDataSource extends DelegatingDataSource {
        volatile boolean interrupted;

        InterruptibleDataSource(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (interrupted) {
                throw new SQLTransientConnectionException("no connection");
            }
            return super.getConnection();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class InterruptionConfiguration {
        @Bean
        static BeanPostProcessor interruptibleDataSource() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource target ? new InterruptibleDataSource(target) : bean;
                }
            };
        }
    }
}
