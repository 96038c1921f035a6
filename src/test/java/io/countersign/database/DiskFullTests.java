package io.countersign.database;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.web.servlet.MockMvc;

/** Tests that the application says that the disk of the database is full, sends nothing, and recovers by itself. */
@PageTest
@Import(DiskFullTests.DiskConfiguration.class)
@ExtendWith(OutputCaptureExtension.class)
class DiskFullTests {

    private static final String NO_SPACE = "could not extend file \"base/16384/2619\": No space left on device";
    private static final InvitationId INVITATION = id(ListedForPages.PLAIN + 112);

    @Autowired
    Pages pages;

    @Autowired
    MockMvc mvc;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    Disk disk;

    @AfterEach
    void free() {
        disk.full = false;
    }

    @Test
    void reportsAFullDiskSendsNothingAndRecovers(CapturedOutput log) throws Exception {
        pages.refresh();
        Map<String, String> form = Map.of(
                "action",
                "ACCEPT",
                "reason",
                "Agreed in ticket 4711",
                "fingerprint",
                InvitationFingerprint.of(
                                invitations.find(INVITATION).orElseThrow().listed())
                        .value());
        assertThat(health("")).isEqualTo(200);

        disk.full = true;
        assertThat(health("")).isEqualTo(503);
        assertThat(health("")).isEqualTo(503);
        assertThat(health("/liveness")).as("a restart frees no space").isEqualTo(200);
        assertThat(log.getAll()).containsOnlyOnce("The database accepts no writes: " + NO_SPACE);
        Page refused = pages.submit("/invitations/" + INVITATION + "/decisions", "reviewer", form);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body())
                .contains("nothing was sent to AWS", ">Agreed in ticket 4711</textarea>")
                .doesNotContain("No space left");
        assertThat(log.getAll()).contains("the database is unavailable: " + NO_SPACE);
        assertThat(aws.updated()).doesNotContain(INVITATION);

        disk.full = false;
        assertThat(health("")).isEqualTo(200);
        assertThat(log.getAll()).contains("The database accepts writes again");
        Page decided = pages.submit("/invitations/" + INVITATION + "/decisions", "reviewer", form);
        assertThat(decided.location()).as(decided.body()).startsWith("/decisions/");
        assertThat(aws.updated()).containsOnlyOnce(INVITATION);
    }

    private int health(String part) throws Exception {
        return mvc.perform(get("/actuator/health" + part))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** A data source that can simulate a full disk: what writes a row or a temporary file fails as on PostgreSQL. */
    static final class Disk extends DelegatingDataSource {

        private static final Pattern WRITING =
                Pattern.compile("(?is)^\\s*(insert|update|delete)\\b.*|.*\\bgenerate_series\\b.*");
        private static final String DISK_FULL = "53100";

        volatile boolean full;

        Disk(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return limited(Connection.class, super.getConnection());
        }

        private <T> T limited(Class<T> type, T target) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                        if (full && args != null && writes(args[0])) {
                            throw new SQLException(NO_SPACE, DISK_FULL);
                        }
                        try {
                            Object result = method.invoke(target, args);
                            return method.getName().equals("createStatement")
                                    ? limited(Statement.class, (Statement) result)
                                    : result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        private static boolean writes(Object sql) {
            return sql instanceof String text && WRITING.matcher(text).matches();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class DiskConfiguration {
        @Bean
        static BeanPostProcessor disk() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource target ? new Disk(target) : bean;
                }
            };
        }
    }
}
