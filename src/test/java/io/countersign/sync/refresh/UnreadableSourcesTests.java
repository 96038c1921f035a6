package io.countersign.sync.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabaseProperties;
import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import io.countersign.invitation.VisibilityScope;
import io.countersign.simulator.Simulator;
import io.countersign.simulator.SimulatorOptions;
import io.countersign.sync.source.SourceStatus;
import io.countersign.sync.source.SourceStatusRepository;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** Tests the polls against a simulated AWS in which most Regions fail. */
@SpringBootTest
@TestDatabaseProperties
class UnreadableSourcesTests {

    private static final AccountId ACCOUNT = new AccountId("700000000001");
    private static final String DENIED = "us-east-1";
    private static final String NOT_ENABLED = "us-east-2";
    private static final String THROTTLED = "us-west-2";
    private static final String HANGING = "eu-west-1";
    private static final String FULL = "eu-central-1";
    private static final String[] REGIONS = {FULL, DENIED, NOT_ENABLED, THROTTLED, HANGING};

    private static final Simulator SIMULATOR = start();
    private static final RestClient CONTROL = RestClient.create("http://127.0.0.1:" + SIMULATOR.port() + "/_simulator");

    @Autowired
    RefreshService refreshes;

    @Autowired
    SourceStatusRepository statuses;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        registry.add("countersign.aws.endpoint", () -> "http://127.0.0.1:" + SIMULATOR.port());
        registry.add("countersign.aws.attempt-timeout", () -> "1s");
        registry.add("countersign.aws.read-timeout", () -> "8s");
        registry.add("countersign.connections[0].account-id", ACCOUNT::value);
        registry.add("countersign.connections[0].name", () -> "Fleet");
        registry.add("countersign.connections[0].access-key-id", () -> "AKIADEMO" + ACCOUNT);
        registry.add("countersign.connections[0].secret-access-key", () -> "demo");
        registry.add("countersign.connections[0].regions", () -> String.join(",", REGIONS));
        registry.add("countersign.sync.per-account", () -> "5");
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @Test
    void namesEachFailureKeepsTheOtherSourcesAndClosesNothing() {
        post(
                "/fleet",
                "{\"accounts\":1,\"regions\":[\"%s\"],\"invitations\":500,\"pagesEvery\":1}"
                        .formatted(String.join("\",\"", REGIONS)));
        refreshAndWait();
        for (String region : REGIONS) {
            assertThat(status(region).failure()).as(region).isNull();
        }
        assertThat(pending()).isEqualTo(500);
        assertThat(jdbc.sql("select count(*) from invitation where region = :region")
                        .param("region", FULL)
                        .query(Integer.class)
                        .single())
                .isGreaterThan(50);

        put("/regions", "{\"account\":\"%s\",\"disabled\":[\"%s\"]}".formatted(ACCOUNT, NOT_ENABLED));
        put("/faults", """
                [{"region":"%s","error":{"status":403,"code":"AccessDeniedException","message":"no"}},
                 {"region":"%s","throttleRate":1},
                 {"region":"%s","latencyMillis":600000,"reset":"before"}]""".formatted(DENIED, THROTTLED, HANGING));
        Instant before = Instant.now();
        refreshAndWait();

        assertThat(kind(DENIED)).isEqualTo(AwsFailure.Kind.ACCESS_DENIED);
        assertThat(kind(NOT_ENABLED)).isEqualTo(AwsFailure.Kind.REGION_NOT_ENABLED);
        assertThat(kind(THROTTLED)).isEqualTo(AwsFailure.Kind.THROTTLED);
        assertThat(kind(HANGING)).isEqualTo(AwsFailure.Kind.TIMEOUT);
        assertThat(status(FULL).failure()).isNull();
        assertThat(status(FULL).readAt()).isAfterOrEqualTo(before.minusMillis(1));
        assertThat(pending()).isEqualTo(500);
        assertThat(jdbc.sql("select count(*) from invitation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(500);
    }

    private void refreshAndWait() {
        Instant wanted = refreshes.request(RefreshScope.ALL, VisibilityScope.EVERYTHING);
        await(() -> refreshes
                .progress(RefreshScope.ALL, VisibilityScope.EVERYTHING, wanted)
                .complete());
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private int pending() {
        return jdbc.sql("select count(*) from invitation where state = 'PENDING'")
                .query(Integer.class)
                .single();
    }

    private SourceStatus status(String region) {
        return statuses.find(new Source(ACCOUNT, new Region(region))).orElseThrow();
    }

    private AwsFailure.Kind kind(String region) {
        AwsFailure awsFailure = status(region).failure();
        assertThat(awsFailure).as(region).isNotNull();
        return awsFailure.kind();
    }

    private static void post(String path, String body) {
        CONTROL.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private static void put(String path, String body) {
        CONTROL.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private static Simulator start() {
        try {
            return Simulator.start(new SimulatorOptions(0, null, false));
        } catch (IOException e) {
            throw new IllegalStateException("the simulator did not start", e);
        }
    }
}
