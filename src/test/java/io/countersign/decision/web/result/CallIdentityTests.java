package io.countersign.decision.web.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.TestDatabaseProperties;
import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import io.countersign.simulator.ControlClient;
import io.countersign.simulator.Simulator;
import io.countersign.simulator.SimulatorOptions;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Tests that the pages of a decision name the identity that AWS recorded: for a connection with roles, one with an
 * access key, and one with the credentials of the process.
 */
@SpringBootTest(
        properties = {
            "countersign.sync.every=1h",
            "countersign.connections[0].account-id=111122223333",
            "countersign.connections[0].name=Retail prod",
            "countersign.connections[0].regions=eu-west-1",
            "countersign.connections[0].role-arn=arn:aws:iam::111122223333:role/CountersignReader",
            "countersign.connections[0].decider-role-arn=arn:aws:iam::111122223333:role/CountersignDecider",
            "countersign.connections[0].access-key-id=AKIADEMO666677778888",
            "countersign.connections[0].secret-access-key=demo",
            "countersign.connections[1].account-id=222233334444",
            "countersign.connections[1].name=Logistics",
            "countersign.connections[1].regions=eu-west-1",
            "countersign.connections[1].access-key-id=AKIADEMO222233334444",
            "countersign.connections[1].secret-access-key=demo",
            "countersign.connections[2].account-id=333344445555",
            "countersign.connections[2].name=Analytics",
            "countersign.connections[2].regions=eu-west-1",
            "countersign.people[0].name=reviewer",
            "countersign.people[0].password=" + PageTest.HASH,
            "countersign.people[0].roles=REVIEWER"
        })
@TestDatabaseProperties
@AutoConfigureMockMvc
@Import(Pages.class)
class CallIdentityTests {

    private static final Simulator AWS = simulator();
    private static final ControlClient CONTROL = new ControlClient(AWS);

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InvitationRepository invitations;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        registry.add("countersign.aws.endpoint", () -> "http://127.0.0.1:" + AWS.port());
        // the default credentials of the SDK
        System.setProperty("aws.accessKeyId", "AKIADEMO333344445555");
        System.setProperty("aws.secretAccessKey", "demo");
    }

    @AfterAll
    static void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        AWS.close();
    }

    @BeforeEach
    void readAws() throws Exception {
        pages.refresh();
    }

    @AfterEach
    void removeFaults() {
        CONTROL.send("PUT", "faults", "[]");
    }

    @ParameterizedTest
    @CsvSource({
        "111122223333, Sent to AWS as %s, sent as %s",
        "222233334444, 'Sent to AWS with the access key %s, which identifies no person', 'sent with the access key %s, which identifies no person'",
        "333344445555, 'credentials (access key %s), which identify no person', 'own credentials, access key %s, which identify no person'"
    })
    void namesTheIdentityThatAwsRecorded(String account, String onPage, String inHistory) throws Exception {
        long confirmed = decide(account);
        assertMatches(confirmed, callOf(requestId(confirmed)), onPage, inHistory);

        CONTROL.send("PUT", "faults", """
                [{"operation":"UpdateShareInvitation","times":1,
                  "error":{"status":403,"code":"AccessDeniedException","message":"no"}}]""");
        long refused = decide(account);
        assertMatches(refused, callOf(requestId(refused)), onPage, inHistory);
        assertThat(shown("/decisions/" + refused)).contains("Failed");
    }

    @ParameterizedTest
    @CsvSource({
        "111122223333, by the session “%s”, sent as %s",
        "222233334444, by the access key %s around, 'sent with the access key %s, which identifies no person'",
        "333344445555, The key belongs to Countersign, 'own credentials, access key %s, which identify no person'"
    })
    void namesTheIdentityOfACallWithoutAnAnswer(String account, String nextStep, String inHistory) throws Exception {
        CONTROL.send("PUT", "faults", """
                [{"operation":"UpdateShareInvitation","times":1,"reset":"after"}]""");
        long unclear = decide(account);
        // a conclusive read that does not tell the result
        jdbc.sql("""
                update decision set answered_at = answered_at - interval '1 hour', seen_effect = 'OTHERWISE',
                  seen_text = 'any', seen_at = current_timestamp, next_at = null where id = :id and state = 'UNKNOWN'""").param("id", unclear).update();

        assertMatches(unclear, lastCall(), nextStep, inHistory);
    }

    @ParameterizedTest
    @CsvSource({
        "111122223333, has the source identity “%s”",
        "222233334444, 'has the access key %s, which identifies no person'",
        "333344445555, 'has the access key %s, which belongs to Countersign'"
    })
    void namesTheCloudTrailEventOfAnAcceptWhoseResponseWasLost(String account, String event) throws Exception {
        CONTROL.send("PUT", "faults", """
                [{"operation":"UpdateShareInvitation","times":1,"reset":"after"}]""");
        long found = decide(account);
        JsonNode call = lastCall();
        // what a read of AWS stores that shows the effect
        jdbc.sql("""
                update decision set action = 'ACCEPT', state = 'CONFIRMED', answered_at = current_timestamp,
                  seen_effect = 'IN_EFFECT', seen_text = 'any', seen_at = current_timestamp, next_at = null
                where id = :id and state = 'UNKNOWN'""").param("id", found).update();
        JsonNode identity = call.get("sourceIdentity").isNull() ? call.get("accessKeyId") : call.get("sourceIdentity");
        assertThat(shown("/decisions/" + found))
                .contains("Accepted in AWS, but the response was lost", "AWS does not report who accepted it")
                .contains("search CloudTrail in the account for UpdateShareInvitation around")
                .contains(event.formatted(identity.asString()))
                .containsSubsequence("Checked in AWS: in effect", "No clear response", "Sent to AWS");
    }

    @Test
    void claimsNoCallIfTheRoleIsRefused() throws Exception {
        CONTROL.send("PUT", "faults", """
                [{"operation":"AssumeRole","error":{"status":403,"code":"AccessDenied","message":"no"}}]""");
        // the session of the reader role is still valid
        long refused = decide("111122223333");

        assertThat(shown("/decisions/" + refused)).contains("Failed").doesNotContain("Sent to AWS", "Source identity");
        assertThat(shown("/decisions/" + refused + "/timeline")).doesNotContain("sent as", "sent with");
    }

    private void assertMatches(long decision, JsonNode call, String onPage, String inHistory) throws Exception {
        String caller = call.get("caller").asString();
        String page = shown("/decisions/" + decision);
        String history = shown("/decisions/" + decision + "/timeline");
        if (call.get("sourceIdentity").isNull()) {
            String key = call.get("accessKeyId").asString();
            assertThat(caller).endsWith(":user/demo");
            assertThat(page).contains(onPage.formatted(key), key, "None: AWS records no person for this call");
            assertThat(page).doesNotContain("reviewer@decision");
            assertThat(history).contains(inHistory.formatted(key));
        } else {
            String session = caller.substring(caller.lastIndexOf('/') + 1);
            String sourceIdentity = call.get("sourceIdentity").asString();
            assertThat(session).isEqualTo("reviewer@decision-" + decision);
            assertThat(page)
                    .contains(onPage.formatted(session), caller, ">" + sourceIdentity + "<")
                    .doesNotContain("None: AWS records no person");
            assertThat(history).contains(inHistory.formatted(caller) + ", source identity " + sourceIdentity);
        }
    }

    private long decide(String account) throws Exception {
        String invitation =
                jdbc.sql("""
                        select invitation_id from invitation where account_id = :account and state = 'PENDING'
                          and open_decision is null order by invitation_id limit 1""").param("account", account).query(String.class).single();
        String seen = InvitationFingerprint.of(invitations
                        .find(new InvitationId(invitation))
                        .orElseThrow()
                        .listed())
                .value();
        String location = pages.submit(
                        "/invitations/" + invitation + "/decisions",
                        "reviewer",
                        Map.of("action", "REJECT", "reason", "Not needed in this account.", "fingerprint", seen))
                .location();
        return Long.parseLong(Objects.requireNonNull(location).replace("/decisions/", ""));
    }

    private String requestId(long decision) {
        return jdbc.sql("select request_id from decision where id = :id")
                .param("id", decision)
                .query(String.class)
                .single();
    }

    private String shown(String path) throws Exception {
        Pages.Page page = pages.open(path, "reviewer");
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }

    private static JsonNode callOf(String requestId) {
        return StreamSupport.stream(CONTROL.get("trail").spliterator(), false)
                .filter(call -> call.get("requestId").asString().equals(requestId))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode lastCall() {
        return StreamSupport.stream(CONTROL.get("trail").spliterator(), false)
                .filter(call -> call.get("operation").asString().equals("UpdateShareInvitation"))
                .reduce((former, latter) -> latter)
                .orElseThrow();
    }

    private static Simulator simulator() {
        try {
            return Simulator.start(new SimulatorOptions(0, null, true));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
