package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.http.NoHttpResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.InternalServerException;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;
import software.amazon.awssdk.services.wellarchitected.model.ShareResourceType;
import software.amazon.awssdk.services.wellarchitected.model.ThrottlingException;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

/** Checks that the AWS SDK sees injected faults as it would see real ones. */
class FaultTests {

    private Simulator simulator;
    private WellArchitectedClient owner;
    private WellArchitectedClient recipient;
    private SharedTestResources resources;
    private ControlClient control;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(new SimulatorOptions(0, null, false));
        owner = new SdkClients(simulator).as(SdkClients.OWNER);
        recipient = new SdkClients(simulator).as(SdkClients.RECIPIENT);
        resources = new SharedTestResources(owner);
        control = new ControlClient(simulator);
    }

    @AfterEach
    void stop() {
        owner.close();
        recipient.close();
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({"before,0", "after,1"})
    void dropsTheConnectionBeforeOrAfterTheDecisionTookEffect(String moment, int tookEffect) {
        var share = resources.shareNew(ShareResourceType.WORKLOAD, SdkClients.RECIPIENT);
        faults("[{\"operation\":\"UpdateShareInvitation\",\"reset\":\"" + moment + "\",\"times\":1}]");

        assertThatThrownBy(() -> accept(share))
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(NoHttpResponseException.class);
        assertThat(control.get("updates").path("tookEffect").asInt()).isEqualTo(tookEffect);
        assertThat(control.get("calls").toString())
                .contains("\"operation\":\"UpdateShareInvitation\",\"account\":\"111122223333\"")
                .contains("\"status\":0,\"count\":1");
        assertThat(control.get("faults")).isEmpty();
    }

    @Test
    void executesTheDecisionAfterTheCallerTimedOut() {
        var share = resources.shareNew(ShareResourceType.WORKLOAD, SdkClients.RECIPIENT);
        faults("[{\"operation\":\"UpdateShareInvitation\",\"latencyMillis\":1500,\"latencyAt\":\"after\"}]");
        try (var impatient = new SdkClients(simulator)
                .client("AKIADEMO" + SdkClients.RECIPIENT, "demo", "eu-west-1", Duration.ofMillis(200))) {
            assertThatThrownBy(() -> impatient.updateShareInvitation(
                            b -> b.shareInvitationId(share).shareInvitationAction(ShareInvitationAction.ACCEPT)))
                    .isInstanceOf(SdkClientException.class);
        }
        assertThat(control.get("updates").path("tookEffect").asInt()).isEqualTo(1);
    }

    @Test
    void throttlesOnlyOneAccount() {
        faults("[{\"account\":\"" + SdkClients.RECIPIENT + "\",\"throttleRate\":1}]");
        assertThatThrownBy(() -> recipient.listShareInvitations(b -> {})).isInstanceOf(ThrottlingException.class);
        try (var other = new SdkClients(simulator).as(SdkClients.OTHER)) {
            assertThat(other.listShareInvitations(b -> {}).shareInvitationSummaries())
                    .isEmpty();
        }
    }

    @Test
    void failsOnlyTheNextCalls() {
        faults("[{\"error\":{\"status\":500,\"code\":\"InternalServerException\"},\"times\":2}]");
        IntStream.range(0, 2).forEach(i -> assertThatThrownBy(() -> recipient.listShareInvitations(b -> {}))
                .isInstanceOf(InternalServerException.class));
        assertThat(recipient.listShareInvitations(b -> {}).shareInvitationSummaries())
                .isEmpty();
    }

    @Test
    void returnsErrorsOutsideTheServiceModel() {
        faults("[{\"error\":{\"status\":403,\"code\":\"ExpiredTokenException\",\"message\":\"expired\"}}]");
        assertThatThrownBy(() -> recipient.listShareInvitations(b -> {}))
                .asInstanceOf(type(WellArchitectedException.class))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredTokenException"));
    }

    @Test
    void sendsABodyUnchanged() {
        faults("[{\"answer\":{\"body\":\"{\\\"ShareInvitationSummaries\\\":[],\\\"NextToken\\\":\\\"on\\\"}\"}}]");
        assertThat(recipient.listShareInvitations(b -> {}).nextToken()).isEqualTo("on");
        faults("[{\"answer\":{\"body\":\"<html>\"}}]");
        assertThatThrownBy(() -> recipient.listShareInvitations(b -> {})).isInstanceOf(SdkClientException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            faults | [{"throttleRate":2}]                 | throttleRate
            faults | [{"operatio":"ListShareInvitations"}] | operatio
            faults | [{"latencyMillis":"long"}]            | latencyMillis
            faults | [{"error":{"status":500}}]            | error.code
            faults | [null]                                | null
            faults | {                                     | form
            clock  | {"forward":"soon"}                    | forward
            clock  | {}                                    | now
            clock  | {"forward":"PT99999999H"}             | forward
            """)
    void namesTheInvalidFieldOfAControlRequest(String path, String body, String named) {
        var answer = control.exchange("PUT", path, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | shares       | {}                   | type is required
            POST | shares       | null                 | empty
            POST | accounts     | {}                   | account must have exactly 12 digits
            POST | fleet        | {}                   | accounts must be 1 to 10000
            PUT  | regions      | {}                   | account must have exactly 12 digits
            PUT  | organization | {}                   | status must be true or false
            PUT  | roles        | [{}]                 | account must have exactly 12 digits
            PUT  | faults       | [{"error":{}}]       | error.
            PUT  | faults       | [{"answer":{}}]      | answer.body is required
            """)
    void namesTheMissingFieldOfAControlRequest(String method, String path, String body, String named) {
        var answer = control.exchange(method, path, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"message\":", named);
    }

    @ParameterizedTest
    @CsvSource({
        "name, null",
        "description, null",
        "permission, null",
        "owner, null",
        "owner, '\"12\"'",
        "region, null",
        "region, '\"nowhere-1\"'",
        "sharedWith, null",
        "sharedWith, []",
        "sharedWith, [null]",
        "sharedWith, '[\"somebody\"]'"
    })
    void namesTheWrongFieldOfAShare(String field, String value) {
        var share = new TreeMap<>(Map.of(
                "type", "\"WORKLOAD\"",
                "name", "\"Shop\"",
                "description", "\"A shop\"",
                "owner", "\"555566667777\"",
                "region", "\"eu-west-1\"",
                "permission", "\"READONLY\"",
                "sharedWith", "[\"111122223333\"]"));
        assertThat(control.exchange("POST", "shares", json(share)).statusCode()).isEqualTo(200);
        share.put(field, value);
        var answer = control.exchange("POST", "shares", json(share));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"message\":\"" + field + " ");
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void addsAccountsAndRefusesWebPages() {
        control.send("POST", "accounts", "{\"account\":\"121212121212\"}");
        try (var added = new SdkClients(simulator).as("121212121212")) {
            assertThat(added.listShareInvitations(b -> {}).shareInvitationSummaries())
                    .isEmpty();
        }
        assertThat(control.exchange("GET", "health", "", "Origin", "http://example.com")
                        .statusCode())
                .isEqualTo(403);
    }

    /** A thread for each call would mean 2,000 threads; only the caller with a timeout fails. */
    @Test
    void delaysCallsWithoutBlockingThreads() {
        faults("[{\"account\":\"" + SdkClients.OTHER + "\",\"latencyMillis\":600000,\"reset\":\"before\"}]");
        try (var hanging = new SdkClients(simulator)
                .client("AKIADEMO" + SdkClients.OTHER, "demo", "eu-west-1", Duration.ofMillis(100))) {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> hanging.listShareInvitations(b -> {})).isInstanceOf(SdkClientException.class);
            }
        }
        assertThat(recipient.listShareInvitations(b -> {}).shareInvitationSummaries())
                .isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("simulator"))
                .hasSizeLessThan(20);
    }

    private void accept(String share) {
        recipient.updateShareInvitation(
                b -> b.shareInvitationId(share).shareInvitationAction(ShareInvitationAction.ACCEPT));
    }

    private void faults(String rules) {
        assertThat(control.exchange("PUT", "faults", rules).statusCode()).isEqualTo(200);
    }
}
