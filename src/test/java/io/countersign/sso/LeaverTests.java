package io.countersign.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestPostgres;
import io.countersign.identity.TestBrowser;
import io.countersign.running.ApplicationProcess;
import io.countersign.running.Await;
import io.countersign.running.Fleet;
import io.countersign.running.SimulatorProcess;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Measures with two application processes how long a user stays signed in whom the identity provider removed. */
class LeaverTests {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final SimpleDriverDataSource database = TestPostgres.running().empty();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void locksALeaverOutOfBothReplicasWithinAMinute() throws Exception {
        try (FakeProvider provider = new FakeProvider();
                SimulatorProcess simulator = SimulatorProcess.start()) {
            provider.issueRefreshTokens(true);
            String[] settings = settings(provider);
            Fleet fleet = simulator.fleet(1, List.of("eu-west-1"), 4, 4);
            try (ApplicationProcess one = ApplicationProcess.start(database, simulator, fleet, "256m", settings);
                    ApplicationProcess two = ApplicationProcess.start(database, simulator, fleet, "256m", settings)) {
                TestBrowser there = new TestBrowser(port(one));
                signIn(there, provider);
                TestBrowser elsewhere = there.at(port(two));
                assertThat(there.get("/").statusCode()).isEqualTo(200);
                assertThat(elsewhere.get("/").statusCode()).isEqualTo(200);

                provider.changeClaims(null);
                long removed = System.nanoTime();
                Await.until("the session ended", LONGEST, () -> sessions() == 0);
                assertThat(location(there.get("/"))).isEqualTo("/login");
                assertThat(location(elsewhere.get("/"))).isEqualTo("/login");
                Duration took = Duration.ofNanos(System.nanoTime() - removed);
                LoggerFactory.getLogger(getClass()).info("A leaver was locked out after {} ms", took.toMillis());
                assertThat(took).isLessThan(LONGEST);
                assertThat(jdbc.sql("select roles from person where origin = 'PROVIDER'")
                                .query(String.class)
                                .single())
                        .isEmpty();
            }
        }
    }

    private static String[] settings(FakeProvider provider) {
        return new String[] {
            "spring.security.oauth2.client.registration.staff.client-id=countersign",
            "spring.security.oauth2.client.registration.staff.client-secret=" + FakeProvider.SECRET,
            "spring.security.oauth2.client.provider.staff.issuer-uri=" + provider.issuer(),
            "countersign.identity.mappings[0].group=reviewers",
            "countersign.identity.mappings[0].roles=REVIEWER"
        };
    }

    private static void signIn(TestBrowser browser, FakeProvider provider) throws Exception {
        String asked = location(browser.get("/oauth2/authorization/staff"));
        Map<String, String> request = FakeProvider.parameters(URI.create(asked).getRawQuery());
        String code =
                provider.code(request, Map.of("sub", "1", "preferred_username", "ann", "groups", List.of("reviewers")));
        HttpResponse<String> answer =
                browser.get("/login/oauth2/code/staff?state=" + encoded(request.get("state")) + "&code=" + code);
        assertThat(location(answer)).isEqualTo("/");
    }

    private static int port(ApplicationProcess application) {
        return URI.create(application.address()).getPort();
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session where principal_name = 'ann'")
                .query(Integer.class)
                .single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
