package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.wellarchitected.model.AccessDeniedException;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;
import software.amazon.awssdk.services.wellarchitected.model.ShareResourceType;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

/** Checks AssumeRole: a hub account assumes a role of a member account. */
class AssumeRoleTests {

    private static final String HUB = "666677778888";
    private static final String DECIDER = "arn:aws:iam::" + SdkClients.RECIPIENT + ":role/Decider";
    private static final String DECIDING =
            "arn:aws:sts::" + SdkClients.RECIPIENT + ":assumed-role/Decider/countersign-maria";

    private Simulator simulator;
    private ControlClient control;
    private StsClient hub;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(new SimulatorOptions(0, null, false));
        control = new ControlClient(simulator);
        hub = sts(AwsBasicCredentials.create("AKIADEMO" + HUB, "demo"));
        role("""
                {"account":"111122223333","name":"Decider","principals":["666677778888"],"externalId":"e5ad-1",
                 "setSourceIdentity":true,"sourceIdentityLike":["maria*"],"maxSessionSeconds":7200,
                 "actions":["wellarchitected:UpdateShareInvitation","wellarchitected:List*"]}""");
        role("""
                {"account":"111122223333","name":"Reader","principals":["arn:aws:iam::666677778888:user/demo"],
                 "actions":["wellarchitected:list*","wellarchitected:Get?ens","sts:AssumeRole"]}""");
    }

    @AfterEach
    void stop() {
        hub.close();
        simulator.close();
    }

    @Test
    void returnsTheCallerIdentity() {
        assertThat(hub.getCallerIdentity()).satisfies(who -> {
            assertThat(who.account()).isEqualTo(HUB);
            assertThat(who.arn()).isEqualTo("arn:aws:iam::666677778888:user/demo");
        });
        try (var sts = sts(credentials(decider(b -> {})))) {
            assertThat(sts.getCallerIdentity()).satisfies(who -> {
                assertThat(who.account()).isEqualTo(SdkClients.RECIPIENT);
                assertThat(who.arn()).isEqualTo(DECIDING);
                assertThat(who.userId()).startsWith("AROA").endsWith(":countersign-maria");
            });
        }
    }

    @Test
    void returnsCredentialsForTheRequestedTime() {
        var answer = decider(b -> b.durationSeconds(900));
        assertThat(answer.credentials().accessKeyId()).matches("ASIA[A-Z2-7]{16}");
        assertThat(answer.credentials().expiration())
                .isBetween(Instant.now().plusSeconds(890), Instant.now().plusSeconds(901));
        assertThat(answer.assumedRoleUser().arn()).isEqualTo(DECIDING);
        assertThat(answer.sourceIdentity()).isEqualTo("maria@42");
    }

    @Test
    void decidesInTheMemberAccountAndRecordsTheSourceIdentity() {
        String share;
        try (var owner = new SdkClients(simulator).as(SdkClients.OWNER)) {
            share = new SharedTestResources(owner).shareNew(ShareResourceType.WORKLOAD, SdkClients.RECIPIENT);
        }
        try (var decider = new SdkClients(simulator).with(credentials(decider(b -> {})))) {
            assertThat(decider.listShareInvitations(b -> {}).shareInvitationSummaries())
                    .hasSize(1);
            var answer = decider.updateShareInvitation(
                    b -> b.shareInvitationId(share).shareInvitationAction(ShareInvitationAction.ACCEPT));
            var decision = control.get("trail").values().stream()
                    .filter(entry -> entry.path("operation").asString().equals("UpdateShareInvitation"))
                    .findFirst()
                    .orElseThrow();
            assertThat(decision.path("account").asString()).isEqualTo(SdkClients.RECIPIENT);
            assertThat(decision.path("region").asString()).isEqualTo("eu-west-1");
            assertThat(decision.path("caller").asString()).isEqualTo(DECIDING);
            assertThat(decision.path("sourceIdentity").asString()).isEqualTo("maria@42");
            assertThat(decision.path("requestId").asString())
                    .isEqualTo(answer.responseMetadata().requestId());
        }
    }

    @Test
    void letsASessionDoOnlyWhatItsRoleAllows() {
        try (var reader = new SdkClients(simulator).with(credentials(reader(b -> {})))) {
            assertThat(reader.listShareInvitations(b -> {}).shareInvitationSummaries())
                    .isEmpty();
            assertThatThrownBy(() -> reader.updateShareInvitation(b ->
                            b.shareInvitationId("0".repeat(32)).shareInvitationAction(ShareInvitationAction.ACCEPT)))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("User: arn:aws:sts::111122223333:assumed-role/Reader/reader is not authorized"
                            + " to perform: wellarchitected:UpdateShareInvitation");
            role("{\"account\":\"111122223333\",\"name\":\"Reader\",\"principals\":[],\"actions\":[]}");
            assertThatThrownBy(() -> reader.listShareInvitations(b -> {})).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void refusesExpiredSessionsWrongTokensAndRemovedRoles() {
        var credentials = credentials(reader(b -> {}));
        var tampered = AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken() + "x");
        var bare = AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey());
        assertThat(listing(tampered)).isEqualTo("403 UnrecognizedClientException");
        assertThat(listing(bare)).isEqualTo("403 UnrecognizedClientException");
        control.send("DELETE", "sessions", "");
        assertThat(listing(credentials)).isEqualTo("403 ExpiredTokenException");
        try (var sts = sts(credentials)) {
            refuses(403, "ExpiredToken", "expired", sts::getCallerIdentity);
        }
        control.send("DELETE", "roles", "");
        assertThat(listing(credentials)).isEqualTo("403 UnrecognizedClientException");
    }

    @Test
    void givesUntrustedCallersTheSameErrorForMissingRoles() {
        var denied = "User: arn:aws:iam::666677778888:user/demo is not authorized to perform: sts:AssumeRole"
                + " on resource: arn:aws:iam::111122223333:role/";
        refuses(403, "AccessDenied", denied + "Decider", () -> decider(b -> b.externalId("wrong")));
        refuses(403, "AccessDenied", denied + "Decider", () -> decider(b -> b.externalId(null)));
        refuses(403, "AccessDenied", denied + "Decider", () -> decider(b -> b.sourceIdentity("eve")));
        refuses(403, "AccessDenied", denied + "Decider", () -> decider(b -> b.sourceIdentity(null)));
        refuses(
                403,
                "AccessDenied",
                denied + "Missing",
                () -> reader(b -> b.roleArn("arn:aws:iam::111122223333:role/Missing")));
        try (var other = sts(AwsBasicCredentials.create("AKIADEMO" + SdkClients.OTHER, "demo"))) {
            refuses(
                    403,
                    "AccessDenied",
                    "sts:AssumeRole",
                    () -> other.assumeRole(b ->
                            b.roleArn("arn:aws:iam::111122223333:role/Reader").roleSessionName("other")));
        }
    }

    @Test
    void refusesASourceIdentityThatTheTrustPolicyDoesNotAllow() {
        refuses(
                403,
                "AccessDenied",
                "is not authorized to perform: sts:SetSourceIdentity on resource: arn:aws:iam::111122223333:role/Reader",
                () -> reader(b -> b.sourceIdentity("maria")));
    }

    @Test
    void keepsTheSourceIdentityThroughAChainOfAnHourAtMost() {
        role("""
                {"account":"666677778888","name":"Start","principals":["666677778888"],"setSourceIdentity":true,
                 "actions":["sts:*"]}""");
        role("""
                {"account":"111122223333","name":"Next","principals":["arn:aws:iam::666677778888:role/Start"],
                 "setSourceIdentity":true,"maxSessionSeconds":7200,"actions":["wellarchitected:*"]}""");
        var start = hub.assumeRole(b -> b.roleArn("arn:aws:iam::666677778888:role/Start")
                .roleSessionName("start")
                .sourceIdentity("maria"));
        Consumer<AssumeRoleRequest.Builder> next =
                b -> b.roleArn("arn:aws:iam::111122223333:role/Next").roleSessionName("next");
        try (var chained = sts(credentials(start))) {
            assertThat(chained.assumeRole(next).sourceIdentity()).isEqualTo("maria");
            refuses(
                    403,
                    "AccessDenied",
                    "sts:SetSourceIdentity",
                    () -> chained.assumeRole(next.andThen(b -> b.sourceIdentity("eve"))));
            refuses(
                    400,
                    "ValidationError",
                    "1 hour session limit for roles assumed by role chaining",
                    () -> chained.assumeRole(next.andThen(b -> b.durationSeconds(3601))));
        }
        // With the hub's own key, the principal is a different one.
        refuses(403, "AccessDenied", "role/Next", () -> hub.assumeRole(next));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            two words        | maria@42  | e5ad-1   | 900   | at 'roleSessionName' failed to satisfy constraint: Member must satisfy
            m                | maria@42  | e5ad-1   | 900   | at 'roleSessionName' failed to satisfy constraint: Member must have length
            countersign      | maria#42  | e5ad-1   | 900   | at 'sourceIdentity' failed to satisfy
            countersign      | maria@42  | e5ad one | 900   | at 'externalId' failed to satisfy
            countersign      | maria@42  | e5ad-1   | 899   | at 'durationSeconds' failed to satisfy constraint: Member must have value greater
            countersign      | maria@42  | e5ad-1   | 43201 | at 'durationSeconds' failed to satisfy constraint: Member must have value less
            countersign      | maria@42  | e5ad-1   | 7201  | exceeds the MaxSessionDuration set for this role
            """)
    void checksNamesAndLengths(String name, String source, String external, int seconds, String problem) {
        refuses(
                400,
                "ValidationError",
                problem,
                () -> decider(b -> b.roleSessionName(name)
                        .sourceIdentity(source)
                        .externalId(external)
                        .durationSeconds(seconds)));
    }

    @Test
    void usesTheErrorCodesOfTheQueryProtocol() {
        try (var wrong = sts(AwsBasicCredentials.create("AKIADEMO" + HUB, "wrong"));
                var unknown = sts(AwsBasicCredentials.create("AKIAREAL" + HUB, "demo"))) {
            refuses(403, "SignatureDoesNotMatch", "does not match", wrong::getCallerIdentity);
            refuses(403, "InvalidClientTokenId", "is invalid", unknown::getCallerIdentity);
        }
        refuses(400, "InvalidAction", "GetSessionToken", hub::getSessionToken);
        control.send("PUT", "faults", "[{\"operation\":\"AssumeRole\",\"throttleRate\":1}]");
        refuses(400, "Throttling", "Rate exceeded", () -> reader(b -> {}));
    }

    @Test
    void createsTheRolesOfTheDemoRecipients() {
        for (var role : new String[] {"CountersignReader", "CountersignDecider"}) {
            var answer = hub.assumeRole(b -> b.roleArn("arn:aws:iam::444455556666:role/" + role)
                    .roleSessionName("countersign")
                    .externalId("any")
                    .sourceIdentity("maria"));
            assertThat(listing(credentials(answer))).isEqualTo("200");
        }
    }

    @Test
    void createsTheRolesOfTheAccountsThatTheDemoImports() {
        for (var account : new String[] {"555566667777", "666677778888", "777788889999", "567856785678"}) {
            assertThat(hub.assumeRole(b -> b.roleArn("arn:aws:iam::" + account + ":role/CountersignReader")
                                    .roleSessionName("countersign"))
                            .credentials())
                    .as(account)
                    .isNotNull();
        }
    }

    private AssumeRoleResponse decider(Consumer<AssumeRoleRequest.Builder> change) {
        return hub.assumeRole(((Consumer<AssumeRoleRequest.Builder>) b -> b.roleArn(DECIDER)
                        .roleSessionName("countersign-maria")
                        .externalId("e5ad-1")
                        .sourceIdentity("maria@42"))
                .andThen(change));
    }

    private AssumeRoleResponse reader(Consumer<AssumeRoleRequest.Builder> change) {
        return hub.assumeRole(((Consumer<AssumeRoleRequest.Builder>)
                        b -> b.roleArn("arn:aws:iam::111122223333:role/Reader").roleSessionName("reader"))
                .andThen(change));
    }

    private void role(String role) {
        assertThat(control.exchange("PUT", "roles", "[" + role + "]").statusCode())
                .isEqualTo(200);
    }

    private static AwsSessionCredentials credentials(AssumeRoleResponse answer) {
        var given = answer.credentials();
        return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    }

    private String listing(AwsCredentials credentials) {
        try (var client = new SdkClients(simulator).with(credentials)) {
            return String.valueOf(
                    client.listShareInvitations(b -> {}).sdkHttpResponse().statusCode());
        } catch (WellArchitectedException e) {
            return e.statusCode() + " " + e.awsErrorDetails().errorCode();
        }
    }

    private static void refuses(int status, String code, String message, ThrowingCallable call) {
        assertThatThrownBy(call).asInstanceOf(type(AwsServiceException.class)).satisfies(e -> {
            assertThat(e.statusCode()).isEqualTo(status);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.awsErrorDetails().errorMessage()).contains(message);
            assertThat(e.requestId()).matches("[0-9a-f-]{36}");
        });
    }

    private StsClient sts(AwsCredentials credentials) {
        return StsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + simulator.port()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(Duration.ofSeconds(10)))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }
}
