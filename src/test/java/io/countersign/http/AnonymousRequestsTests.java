package io.countersign.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.TestDatabaseProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sends requests without a sign-in to all endpoints. The profile {@code fuzz} sends 100,000. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "countersign.people[0].name=lead",
            "countersign.people[0].password=" + PageTest.HASH,
            "countersign.people[0].roles=LEAD"
        })
@TestDatabaseProperties
class AnonymousRequestsTests {

    private static final int REQUESTS = Integer.getInteger("countersign.test.anonymous-requests", 3_000);
    private static final long NOISE_OF_BACKGROUND_JOBS = 500_000;
    private static final long LIMIT_OF_ENTRIES = 101;
    private static final List<String> OTHER_PATHS = List.of(
            "/nothing",
            "/css/app.css",
            "/actuator/health",
            "/actuator/env",
            "/actuator/prometheus",
            "/login",
            "/logout");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    FormToken token;

    @BeforeEach
    void getFormToken() {
        token = FormToken.of(port, "/login", "");
    }

    @Test
    void createNoSessionAndDoNotGrowTheDatabase() {
        List<Endpoint> endpoints = new ArrayList<>(Endpoint.all(mappings));
        OTHER_PATHS.forEach(
                path -> List.of("GET", "POST").forEach(method -> endpoints.add(new Endpoint(method, path))));
        DatabaseSize before = DatabaseSize.of(jdbc);
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        IntStream.range(0, REQUESTS)
                .parallel()
                .forEach(i -> statuses.merge(send(endpoints.get(i % endpoints.size()), i), 1, Integer::sum));
        DatabaseSize after = DatabaseSize.of(jdbc);

        assertThat(statuses).containsKeys(200, 302, 403).doesNotContainKey(0);
        Map<String, Long> added = after.rowsSince(before);
        assertThat(added.remove("audit_entry")).as("entries about sign-ins").isBetween(1L, LIMIT_OF_ENTRIES);
        assertThat(added.remove("sign_in_attempt"))
                .as("the network, the empty name, and both")
                .isEqualTo(3);
        assertThat(added).isEmpty();
        assertThat(after.bytes() - before.bytes()).isLessThan(NOISE_OF_BACKGROUND_JOBS);
    }

    /** Every second request has a long query, and every second form a token that the server accepts. */
    private int send(Endpoint endpoint, int number) {
        String target = endpoint.path() + (number % 2 == 0 ? "?text=" + "a".repeat(number % 6000) : "");
        String form = "username=" + "&_csrf=" + (number % 4 < 2 ? token.form() : "none");
        String[] headers = {"Accept: text/html", "Cookie: COUNTERSIGN=" + number + "; " + token.cookies()};
        return RawHttp.send(
                        port,
                        endpoint.method().equals("POST")
                                ? RawHttp.form("POST", target, form, headers)
                                : RawHttp.request(endpoint.method(), target, headers))
                .status();
    }
}
