package io.countersign.identity;

import io.countersign.TestDatabaseProperties;
import io.countersign.audit.RecordedAuditLog;
import io.countersign.identity.account.ConfiguredPeopleRepository;
import io.countersign.identity.account.PeopleProperties;
import java.security.Principal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The running application with the demo users, a recorded audit log, and a clock that the test moves. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestDatabaseProperties
@ActiveProfiles("demo")
@TestPropertySource(properties = {"countersign.simulator.enabled=false", "countersign.connections="})
@Import({DemoUsersFixture.Probe.class, RecordedAuditLog.class, DemoUsersFixture.TestClockConfiguration.class})
public abstract class DemoUsersFixture {

    @LocalServerPort
    protected int port;

    @Autowired
    protected RecordedAuditLog auditLog;

    @Autowired
    protected ConfiguredPeopleRepository people;

    @Autowired
    protected PeopleProperties properties;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected JdbcClient jdbc;

    /** Ends what earlier tests left: locked users, and users that they changed. */
    @BeforeEach
    void restoreUsers() {
        clock.advance(Duration.ofHours(1));
        people.replace(properties.people());
        auditLog.entries.clear();
    }

    /** Not part of other contexts, because it is a test component. */
    @TestComponent
    @RestController
    public static class Probe {

        private final RecentAuthentication sign;

        Probe(RecentAuthentication sign) {
            this.sign = sign;
        }

        @CanRead
        @GetMapping("/probe/fresh")
        String fresh() {
            return "fresh: " + sign.fresh();
        }

        @CanRead
        @GetMapping("/probe/decided")
        String read(Principal person) {
            return person.getName() + " decided";
        }

        @CanRead
        @GetMapping("/probe/form")
        String form(CsrfToken token) {
            return "<input name=\"_csrf\" value=\"" + token.getToken() + "\">";
        }

        @CanDecide
        @PostMapping("/probe/decided")
        String decide() {
            return "done";
        }
    }

    public static class TestClockConfiguration {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
