package io.countersign.identity.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabaseProperties;
import io.countersign.identity.TestBrowser;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** Tests access to the metrics over HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestDatabaseProperties
@ActiveProfiles("demo")
@TestPropertySource(
        properties = {"countersign.simulator.enabled=false", "countersign.metrics.token=" + MetricsAccessTests.TOKEN})
class MetricsAccessTests {

    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PATH = "/actuator/prometheus";

    @LocalServerPort
    int port;

    TestBrowser scraper;

    @BeforeEach
    void open() {
        scraper = new TestBrowser(port);
    }

    @Test
    void challengesARequestWithoutAToken() throws Exception {
        HttpResponse<String> answer = scraper.get(PATH);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer realm="));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void answersTheConfiguredToken() throws Exception {
        HttpResponse<String> answer = scrape("Bearer " + TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("countersign_polls_seconds_count");
    }

    @Test
    void refusesEveryOtherCredential() throws Exception {
        for (String other : List.of(
                "Bearer " + TOKEN.replace('f', 'e'),
                "Bearer " + TOKEN.substring(1),
                "Bearer " + TOKEN + "0",
                "Bearer ",
                TOKEN,
                "Basic YWRtaW46ZGVtbw==")) {
            assertThat(scrape(other).statusCode()).as(other).isEqualTo(401);
        }
    }

    @Test
    void createsNoSession() throws Exception {
        scraper.get(PATH);
        scrape("Bearer " + TOKEN);
        scrape("Bearer wrong");
        assertThat(scraper.session()).isNull();
    }

    @Test
    void ignoresTheSessionOfABrowser() throws Exception {
        scraper.signIn("admin", "demo");
        assertThat(scraper.get("/").statusCode()).isEqualTo(200);
        assertThat(scraper.get(PATH).statusCode()).isEqualTo(401);
    }

    @Test
    void opensNoOtherPath() throws Exception {
        for (String path : List.of("/", "/coverage", "/history.csv", "/actuator", "/actuator/env", PATH + "/x")) {
            assertThat(scraper.get(path, "Authorization", "Bearer " + TOKEN).statusCode())
                    .as(path)
                    .isNotEqualTo(200);
        }
        scraper.signIn("admin", "demo");
        for (String path : List.of("/actuator", "/actuator/env", PATH + "/", PATH + "/x")) {
            assertThat(scraper.get(path, "Authorization", "Bearer " + TOKEN).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private HttpResponse<String> scrape(String authorization) throws Exception {
        return scraper.get(PATH, "Authorization", authorization);
    }
}
