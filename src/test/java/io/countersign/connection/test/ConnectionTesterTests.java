package io.countersign.connection.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Region;
import io.countersign.connection.aws.AwsCallMetrics;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.credential.BaseCredentials;
import io.countersign.simulator.Simulator;
import io.countersign.simulator.SimulatorOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests connections of a hub account to a member account with the real SDK on a simulated AWS. */
class ConnectionTesterTests {

    private static final String READER = "arn:aws:iam::111122223333:role/Reader";
    private static final String DECIDER = "arn:aws:iam::111122223333:role/Decider";

    private final HttpClient http = HttpClient.newHttpClient();
    private Simulator simulator;
    private AwsClients clients;
    private BaseCredentials own;
    private ConnectionTestService trials;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(new SimulatorOptions(0, null, false));
        connect("http://127.0.0.1:" + simulator.port(), "AKIADEMO666677778888");
        control("PUT", "roles", """
                [{"account":"111122223333","name":"Reader","principals":["666677778888"],"externalId":"agreed",
                  "setSourceIdentity":false,"actions":["wellarchitected:List*","wellarchitected:Get*"]},
                 {"account":"111122223333","name":"Decider","principals":["666677778888"],"externalId":"agreed",
                  "setSourceIdentity":true,"sourceIdentityLike":["admin@*"],"actions":["wellarchitected:UpdateShareInvitation"]}]""");
    }

    @AfterEach
    void stop() {
        own.close();
        clients.close();
        simulator.close();
    }

    private void connect(String endpoint, @Nullable String key) {
        ConnectionProperties properties = new ConnectionProperties(
                List.of(new ConnectionProperties.Account(
                        "111122223333", "Retail", "aws", null, null, null, List.of("eu-west-1"), key, "demo")),
                List.of(),
                new ConnectionProperties.Aws(
                        endpoint,
                        Duration.ofSeconds(1),
                        Duration.ofMillis(700),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofHours(1)));
        clients = new AwsClients(properties.aws(), new AwsCallMetrics(new SimpleMeterRegistry()));
        own = new BaseCredentials(properties);
        trials = new ConnectionTestService(clients, own, properties);
    }

    private void control(String method, String path, String body) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + simulator.port() + "/_simulator/" + path);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    private List<String> test(
            @Nullable String reader, @Nullable String decider, @Nullable String externalId, String... regions)
            throws InterruptedException {
        Connection connection = new Connection(
                new AccountId("111122223333"),
                "Retail",
                "aws",
                reader,
                decider,
                externalId,
                Stream.of(regions).map(Region::new).toList());
        return trials.run(connection, "admin").steps().stream()
                .peek(step -> assertThat(step.sentence() == null || words().containsKey(step.sentence()))
                        .as("words for %s", step.sentence())
                        .isTrue())
                .map(step -> Stream.of(step.name(), step.region(), step.result(), step.sentence())
                        .filter(part -> part != null)
                        .reduce((a, b) -> a + " " + b)
                        .orElseThrow())
                .toList();
    }

    private static Properties words() {
        Properties words = new Properties();
        try (var in = ConnectionTesterTests.class.getResourceAsStream("/messages/connection.properties")) {
            words.load(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return words;
    }

    @Test
    void passesEveryStepOfAValidConnection() throws Exception {
        assertThat(test(READER, DECIDER, "agreed", "eu-west-1", "us-east-1"))
                .containsExactly(
                        "CREDENTIALS PASSED",
                        "READER PASSED",
                        "LIST eu-west-1 PASSED",
                        "LIST us-east-1 PASSED",
                        "READ_BACK eu-west-1 PASSED",
                        "DECIDER PASSED",
                        "DECIDE eu-west-1 PASSED");
    }

    @Test
    void givesTheSameResultForWrongExternalIdAndMissingRole() throws Exception {
        assertThat(test(READER, DECIDER, "other", "eu-west-1"))
                .containsExactly(
                        "CREDENTIALS PASSED",
                        "READER FAILED connection.test.fix.READER.ROLE_REFUSED",
                        "LIST SKIPPED connection.test.not-tried",
                        "READ_BACK SKIPPED connection.test.not-tried",
                        "DECIDER FAILED connection.test.fix.DECIDER.ROLE_REFUSED",
                        "DECIDE SKIPPED connection.test.not-tried");
        assertThat(test(READER + "x", DECIDER, "agreed", "eu-west-1"))
                .contains("READER FAILED connection.test.fix.READER.ROLE_REFUSED", "DECIDE eu-west-1 PASSED");
    }

    @Test
    void detectsARoleThatRefusesTheSourceIdentity() throws Exception {
        assertThat(test(READER, null, "agreed", "eu-west-1"))
                .contains(
                        "LIST eu-west-1 PASSED",
                        "READ_BACK eu-west-1 PASSED",
                        "DECIDER FAILED connection.test.fix.DECIDER.SOURCE_IDENTITY_REFUSED",
                        "DECIDE SKIPPED connection.test.not-tried");
    }

    @Test
    void detectsMissingPermissionsOfARole() throws Exception {
        control("PUT", "roles", """
                [{"account":"111122223333","name":"Decider","principals":["666677778888"],"setSourceIdentity":true,"actions":[]}]""");

        assertThat(test(DECIDER, null, "agreed", "eu-west-1"))
                .contains(
                        "LIST eu-west-1 FAILED connection.test.fix.LIST.ACCESS_DENIED",
                        "DECIDE eu-west-1 FAILED connection.test.fix.DECIDE.ACCESS_DENIED");
    }

    @Test
    void namesTheMissingPermissionsOfTheReadBack() throws Exception {
        control("PUT", "roles", """
                [{"account":"111122223333","name":"Reader","principals":["666677778888"],"externalId":"agreed",
                  "setSourceIdentity":false,"actions":["wellarchitected:List*Invitations","wellarchitected:GetWorkload",
                  "wellarchitected:GetProfile","wellarchitected:GetReviewTemplate","wellarchitected:ListWorkloads",
                  "wellarchitected:ListProfiles","wellarchitected:ListReviewTemplates"]}]""");
        Connection connection = new Connection(
                new AccountId("111122223333"),
                "Retail",
                "aws",
                READER,
                DECIDER,
                "agreed",
                List.of(new Region("eu-west-1")));

        TestReport report = trials.run(connection, "admin");

        assertThat(report.passed()).isFalse();
        assertThat(report.steps())
                .contains(new TestStep(
                        "READ_BACK",
                        "eu-west-1",
                        "FAILED",
                        "connection.test.fix.READ_BACK.ACCESS_DENIED",
                        "wellarchitected:GetLens, wellarchitected:ListLenses"));
    }

    /** The template of the reader role allows each action that the test tries. */
    @Test
    void triesEveryActionOfTheReaderRole() throws Exception {
        test(READER, DECIDER, "agreed", "eu-west-1");
        HttpResponse<String> trail = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + "/_simulator/trail"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        for (String action : List.of(
                "GetWorkload",
                "GetLens",
                "GetProfile",
                "GetReviewTemplate",
                "ListWorkloads",
                "ListLenses",
                "ListProfiles",
                "ListReviewTemplates")) {
            assertThat(trail.body()).contains('"' + action + '"');
        }
    }

    @Test
    void failsOnlyTheDisabledRegion() throws Exception {
        control("PUT", "regions", "{\"account\":\"111122223333\",\"disabled\":[\"ap-east-1\"]}");

        assertThat(test(READER, DECIDER, "agreed", "ap-east-1", "eu-west-1"))
                .contains(
                        "LIST ap-east-1 FAILED failure.REGION_NOT_ENABLED",
                        "LIST eu-west-1 PASSED",
                        "DECIDE eu-west-1 PASSED");
    }

    @Test
    void testsOtherRegionsWhileOneHangs() throws Exception {
        control("PUT", "faults", "[{\"region\":\"us-east-1\",\"latencyMillis\":5000}]");

        assertThat(test(READER, DECIDER, "agreed", "eu-west-1", "us-east-1"))
                .contains("LIST eu-west-1 PASSED", "LIST us-east-1 FAILED connection.test.fix.TIMEOUT");
    }

    @Test
    void refusesToUseCredentialsOfAnotherAccountDirectly() throws Exception {
        assertThat(test(null, null, null, "eu-west-1"))
                .first()
                .isEqualTo("CREDENTIALS FAILED connection.test.fix.WRONG_ACCOUNT");
    }

    @Test
    void usesCredentialsOfTheAccountWithoutARole() throws Exception {
        stopClients();
        connect("http://127.0.0.1:" + simulator.port(), "AKIADEMO111122223333");

        assertThat(test(null, null, null, "eu-west-1"))
                .containsExactly(
                        "CREDENTIALS PASSED",
                        "READER SKIPPED connection.test.no-role",
                        "LIST eu-west-1 PASSED",
                        "READ_BACK eu-west-1 PASSED",
                        "DECIDER SKIPPED connection.test.no-role",
                        "DECIDE eu-west-1 PASSED");
    }

    @Test
    void reportsAnUnreachableEndpointOnce() throws Exception {
        stopClients();
        connect("http://127.0.0.1:1", "AKIADEMO666677778888");

        assertThat(test(READER, DECIDER, "agreed", "eu-west-1"))
                .containsExactly(
                        "CREDENTIALS FAILED failure.UNREACHABLE",
                        "READER SKIPPED connection.test.not-tried",
                        "LIST SKIPPED connection.test.not-tried",
                        "READ_BACK SKIPPED connection.test.not-tried",
                        "DECIDER SKIPPED connection.test.not-tried",
                        "DECIDE SKIPPED connection.test.not-tried");
    }

    @Test
    void hasATextForEveryHint() {
        for (TestStep.Kind step : TestStep.Kind.values()) {
            for (AwsFailure.Kind kind : AwsFailure.Kind.values()) {
                assertThat(words()).containsKey(TroubleshootingHints.key(step, kind));
            }
        }
    }

    private void stopClients() {
        own.close();
        clients.close();
    }
}
