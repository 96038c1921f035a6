package io.countersign.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabaseProperties;
import io.countersign.identity.AccessRefused;
import io.countersign.identity.Role;
import io.countersign.identity.SignInRefused;
import io.countersign.identity.SignedIn;
import io.countersign.identity.TestBrowser;
import io.countersign.identity.TestClock;
import io.countersign.identity.signin.SignInAttemptRepository;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** Who may read the measurements, over HTTP, as a scraper asks for them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestDatabaseProperties
@ActiveProfiles("demo")
@TestPropertySource(properties = "countersign.simulator.enabled=false")
@Import({ScrapeTests.Heard.class, ScrapeTests.Turned.class})
class ScrapeTests {

    private static final String PATH = "/actuator/prometheus";
    private static final String OTHER_HASH = "{bcrypt}$2a$12$" + "x".repeat(53);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcPeople people;

    @Autowired
    PeopleProperties properties;

    @Autowired
    Heard heard;

    @Autowired
    TestClock clock;

    TestBrowser scraper;

    @BeforeEach
    void open() {
        scraper = new TestBrowser(port);
        clock.advance(Duration.ofHours(1));
        List<PeopleProperties.Entry> all = new ArrayList<>(properties.people());
        all.add(entry("scraper", Role.METRICS));
        all.add(entry("both", Role.METRICS, Role.ADMIN));
        people.replace(all);
        heard.clear();
    }

    @Test
    void challengesAStranger() throws Exception {
        HttpResponse<String> answer = scraper.get(PATH);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Basic realm="));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void answersMetricsAndNobodyElse() throws Exception {
        assertThat(scrape("scraper", "demo").statusCode()).isEqualTo(200);
        assertThat(scrape("scraper", "demo").body()).contains("countersign_polls_seconds_count");
        assertThat(scrape("both", "demo").statusCode()).isEqualTo(200);
        for (String other : List.of("reviewer", "lead", "auditor", "admin")) {
            assertThat(scrape(other, "demo").statusCode()).as(other).isEqualTo(403);
        }
    }

    @Test
    void makesNoSessionWhateverItAnswers() throws Exception {
        scraper.get(PATH);
        scrape("scraper", "demo");
        scrape("scraper", "wrong");
        scrape("lead", "demo");
        assertThat(scraper.session()).isNull();
    }

    @Test
    void letsNobodyInByTheSessionOfABrowser() throws Exception {
        scraper.signIn("both", "demo");
        assertThat(scraper.get("/").statusCode()).isEqualTo(200);
        assertThat(scraper.get(PATH).statusCode()).isEqualTo(401);
    }

    @Test
    void opensNoPageToMetrics() throws Exception {
        scraper.signIn("scraper", "demo");
        for (String page : List.of("/", "/coverage", "/history", "/history.csv", "/connections", "/refresh")) {
            assertThat(scraper.get(page).statusCode()).as(page).isEqualTo(403);
        }
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/prometheus/", PATH + "/x")) {
            assertThat(scraper.get(path, authorization("scraper", "demo")).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void takesTheNameAndPasswordOfAScraperOnItsOwnPathAlone() throws Exception {
        assertThat(scraper.get("/", authorization("admin", "demo")).headers().firstValue("Location"))
                .hasValueSatisfying(path -> assertThat(path).endsWith("/login"));
    }

    @Test
    void recordsTheFirstOfManyScrapes() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(scrape("scraper", "demo").statusCode()).isEqualTo(200);
            assertThat(scrape("lead", "demo").statusCode()).isEqualTo(403);
        }
        assertThat(heard).filteredOn(new SignedIn("scraper")::equals).hasSizeLessThanOrEqualTo(1);
        assertThat(heard)
                .filteredOn(new AccessRefused("lead", "GET", PATH)::equals)
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from sign_in_attempt")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void cannotBeUsedForGuessing() throws Exception {
        for (int guess = 0; guess < SignInAttemptRepository.LIMIT; guess++) {
            assertThat(scrape("auditor", "guess" + guess).statusCode()).isEqualTo(401);
        }
        assertThat(scrape("auditor", "demo").statusCode())
                .as("the right one comes too late")
                .isEqualTo(401);
        assertThat(scraper.signIn("auditor", "demo").headers().firstValue("Location"))
                .hasValueSatisfying(path -> assertThat(path).endsWith("/login?locked"));
        assertThat(heard)
                .filteredOn(new SignInRefused("auditor", "incorrect username or password")::equals)
                .hasSize(SignInAttemptRepository.LIMIT);
    }

    @Test
    void recordsALockOnceAndNotAtEveryScrape() throws Exception {
        for (int guess = 0; guess < 4 * SignInAttemptRepository.LIMIT; guess++) {
            scrape("nobody", "wrong");
        }
        assertThat(heard)
                .filteredOn(new SignInRefused("nobody", "too many attempts for this username")::equals)
                .hasSize(1);
    }

    @Test
    void beingRightEveryFewSecondsWinsNoGuesses() throws Exception {
        assertThat(scrape("scraper", "demo").statusCode()).isEqualTo(200);
        int checked = 0;
        for (int guess = 0; guess < 3 * SignInAttemptRepository.LIMIT; guess++) {
            scrape("scraper", "guess" + guess);
            checked += scrape("scraper", "demo").statusCode() == 200 ? 1 : 0;
        }
        assertThat(checked).isLessThan(SignInAttemptRepository.LIMIT);
        assertThat(heard)
                .filteredOn(new SignInRefused("scraper", "incorrect username or password")::equals)
                .hasSize(SignInAttemptRepository.LIMIT);
        clock.advance(SignInAttemptRepository.LOCK);
        assertThat(scrape("scraper", "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void aScraperDisabledDemotedOrGivenAnotherPasswordIsRefusedAtOnce() throws Exception {
        assertThat(scrape("scraper", "demo").statusCode()).isEqualTo(200);
        change("roles = 'AUDITOR'");
        assertThat(scrape("scraper", "demo").statusCode()).isEqualTo(403);
        change("roles = 'METRICS', enabled = false");
        assertThat(scrape("scraper", "demo").statusCode()).isEqualTo(401);
        change("enabled = true, password_hash = '" + OTHER_HASH + "'");
        assertThat(scrape("scraper", "demo").statusCode()).isEqualTo(401);
    }

    private void change(String what) {
        jdbc.sql("update person set " + what + " where name = 'scraper'").update();
    }

    private HttpResponse<String> scrape(String name, String password) throws Exception {
        return scraper.get(PATH, authorization(name, password));
    }

    private static String[] authorization(String name, String password) {
        String credentials = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
        return new String[] {"Authorization", "Basic " + credentials};
    }

    private PeopleProperties.Entry entry(String name, Role... roles) {
        return new PeopleProperties.Entry(name, properties.people().get(0).password(), Set.of(roles));
    }

    /** Stands in for the history. */
    static class Heard extends ArrayList<Object> {

        private static final long serialVersionUID = 1;

        @EventListener({SignedIn.class, SignInRefused.class, AccessRefused.class})
        synchronized void hear(Object event) {
            add(event);
        }
    }

    static class Turned {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
