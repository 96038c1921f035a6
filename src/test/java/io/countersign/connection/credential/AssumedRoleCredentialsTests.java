package io.countersign.connection.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.AwsStub;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import io.countersign.connection.api.CallIdentity;
import io.countersign.connection.api.DecisionSessionName;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.ShareInvitations;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.aws.AwsCallMetrics;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.gateway.AwsShareInvitations;
import io.countersign.connection.registry.ConfiguredConnections;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AssumedRoleCredentialsTests {

    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final Region IRELAND = new Region("eu-west-1");
    private static final Region VIRGINIA = new Region("us-east-1");
    private static final InvitationId ID = new InvitationId("0123456789abcdef0123456789abcdef");
    private static final String READER = "arn:aws:iam::111122223333:role/reader";
    private static final String DECIDER = "arn:aws:iam::111122223333:role/decider";
    private static final AwsStub.Reply UPDATED =
            AwsStub.json(200, "{\"ShareInvitation\":{\"ShareInvitationId\":\"" + ID + "\"}}");

    private final ConnectionProperties properties = new ConnectionProperties(
            List.of(new ConnectionProperties.Account(
                    "111122223333",
                    "Retail",
                    "aws",
                    READER,
                    DECIDER,
                    "agreed-id",
                    List.of("eu-west-1", "us-east-1"),
                    "AKIADEMO111122223333",
                    "own-secret")),
            List.of(),
            new ConnectionProperties.Aws(
                    null,
                    Duration.ofSeconds(1),
                    Duration.ofMillis(300),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(30)));

    private List<Connection> connections = new ConfiguredConnections(properties).all();
    private AwsStub aws;
    private AwsClients clients;
    private BaseCredentials own;
    private ShareInvitations invitations;
    private final List<CallIdentity> callers = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub();
        ConnectionProperties.Aws how = properties.aws();
        clients = new AwsClients(
                new ConnectionProperties.Aws(
                        aws.address(),
                        how.connectTimeout(),
                        how.attemptTimeout(),
                        how.readTimeout(),
                        how.decisionTimeout(),
                        how.sessionDuration()),
                new AwsCallMetrics(new SimpleMeterRegistry()));
        own = new BaseCredentials(properties);
        AssumedRoleCredentials roles = new AssumedRoleCredentials(clients, own, how.sessionDuration());
        invitations = new AwsShareInvitations(() -> connections, clients, roles, how.decisionTimeout());
    }

    @AfterEach
    void stop() throws IOException {
        own.close();
        clients.close();
        aws.close();
    }

    private ListOutcome list(Region region) {
        return invitations.list(new Source(ACCOUNT, region), ResourceType.WORKLOAD);
    }

    private UpdateOutcome accept(long decision) {
        return invitations.update(
                new Source(ACCOUNT, IRELAND),
                ID,
                InvitationAction.ACCEPT,
                new DecisionSessionName("ana@example.com", decision),
                callers::add);
    }

    private static AwsStub.Reply session(Duration time) {
        return AwsStub.json(200, """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                <AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>assumed-secret</SecretAccessKey>
                <SessionToken>assumed-token</SessionToken><Expiration>%s</Expiration>
                </Credentials><SourceIdentity>ana</SourceIdentity><AssumedRoleUser>
                <Arn>arn:aws:sts::111122223333:assumed-role/decider/ana@example.com@decision-1482</Arn>
                </AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>
                """.formatted(Instant.now().plus(time)));
    }

    private static AwsStub.Reply refusal(int status, String code, String message) {
        return AwsStub.json(
                status,
                "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                        .formatted(code, message));
    }

    private Stream<String> methods() {
        return aws.requests.stream().map(line -> line.substring(0, line.indexOf(' ')));
    }

    private String requestBody(int request) {
        return URLDecoder.decode(aws.bodies.get(request), StandardCharsets.UTF_8);
    }

    private static AwsFailure refused(UpdateOutcome outcome) {
        assertThat(outcome).isInstanceOf(UpdateOutcome.Refused.class);
        return ((UpdateOutcome.Refused) outcome).failure();
    }

    @Test
    void sendsADecisionInASessionThatNamesUserAndDecision() {
        aws.answersNext(session(Duration.ofMinutes(15)));
        aws.answers(UPDATED);

        assertThat(accept(1482)).isInstanceOf(UpdateOutcome.Updated.class);

        assertThat(methods()).containsExactly("POST", "PATCH");
        assertThat(requestBody(0).split("&"))
                .contains(
                        "Action=AssumeRole",
                        "RoleArn=" + DECIDER,
                        "RoleSessionName=ana@example.com@decision-1482",
                        "SourceIdentity=ana@example.com@decision-1482",
                        "ExternalId=agreed-id",
                        "DurationSeconds=900");
        assertThat(aws.sessionTokens).containsExactly("", "assumed-token");
    }

    @Test
    void reportsTheIdentityThatStsReturnedBeforeTheDecisionIsSent() {
        aws.answersNext(session(Duration.ofMinutes(15)));
        aws.answers(UPDATED);

        accept(1482);

        assertThat(callers)
                .containsExactly(new CallIdentity(
                        CallIdentity.Kind.ROLE,
                        "arn:aws:sts::111122223333:assumed-role/decider/ana@example.com@decision-1482",
                        "ana@example.com@decision-1482",
                        "ana"));
    }

    @Test
    void reportsTheAccessKeyOfACallWithoutARole() {
        Connection both = connections.get(0);
        connections = List.of(
                new Connection(ACCOUNT, both.name(), both.partition(), null, null, both.externalId(), both.regions()));
        aws.answers(UPDATED);

        accept(1);

        assertThat(callers).containsExactly(CallIdentity.of(CallIdentity.Kind.KEYS, "AKIADEMO111122223333"));
    }

    @Test
    void reportsNoIdentityIfTheRoleIsRefused() {
        aws.answers(refusal(403, "AccessDenied", "no"));

        refused(accept(1));

        assertThat(callers).isEmpty();
    }

    @Test
    void createsASessionForEachDecision() {
        aws.answersNext(session(Duration.ofMinutes(15)));
        aws.answersNext(UPDATED);
        aws.answersNext(session(Duration.ofMinutes(15)));
        aws.answersNext(UPDATED);

        accept(1);
        accept(2);

        assertThat(methods()).containsExactly("POST", "PATCH", "POST", "PATCH");
        assertThat(requestBody(0).split("&")).contains("SourceIdentity=ana@example.com@decision-1");
        assertThat(requestBody(2).split("&")).contains("SourceIdentity=ana@example.com@decision-2");
    }

    @Test
    void decidesWithTheReaderRoleIfThereIsNoDeciderRole() {
        Connection both = connections.get(0);
        connections = List.of(new Connection(
                ACCOUNT, both.name(), both.partition(), READER, null, both.externalId(), both.regions()));
        aws.answersNext(session(Duration.ofMinutes(15)));
        aws.answers(UPDATED);

        accept(1);

        assertThat(requestBody(0)).contains("RoleArn=" + READER, "SourceIdentity=ana@example.com@decision-1");
    }

    @Test
    void readsAllRegionsOfAnAccountInOneSession() {
        aws.answersNext(session(Duration.ofMinutes(30)));

        assertThat(list(IRELAND)).isInstanceOf(ListOutcome.Complete.class);
        assertThat(list(VIRGINIA)).isInstanceOf(ListOutcome.Complete.class);
        assertThat(list(IRELAND)).isInstanceOf(ListOutcome.Complete.class);

        assertThat(methods()).containsExactly("POST", "GET", "GET", "GET");
        assertThat(requestBody(0).split("&"))
                .contains(
                        "RoleArn=" + READER,
                        "RoleSessionName=countersign-read",
                        "ExternalId=agreed-id",
                        "DurationSeconds=1800")
                .noneMatch(parameter -> parameter.startsWith("SourceIdentity"));
        assertThat(aws.sessionTokens).containsExactly("", "assumed-token", "assumed-token", "assumed-token");
    }

    @Test
    void renewsAReaderSessionBeforeItExpires() {
        aws.answersNext(session(Duration.ofSeconds(110)));
        list(IRELAND);
        aws.answersNext(session(Duration.ofMinutes(30)));
        list(IRELAND);
        list(IRELAND);

        assertThat(methods()).containsExactly("POST", "GET", "POST", "GET", "GET");
    }

    @Test
    void readsAChangedConnectionInANewSession() {
        aws.answersNext(session(Duration.ofMinutes(30)));
        list(IRELAND);
        connections = List.of(
                new Connection(ACCOUNT, "Retail", "aws", READER, DECIDER, "another-id", List.of(IRELAND, VIRGINIA)));
        aws.answersNext(session(Duration.ofMinutes(30)));
        list(IRELAND);

        assertThat(methods()).containsExactly("POST", "GET", "POST", "GET");
        assertThat(requestBody(2)).contains("ExternalId=another-id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    403 | AccessDenied | User: x is not authorized to perform: sts:AssumeRole on resource: y | ROLE_REFUSED
                    403 | AccessDenied | User: x is not authorized to perform: sts:SetSourceIdentity on resource: y | SOURCE_IDENTITY_REFUSED
                    400 | ValidationError | The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining. | SESSION_TOO_LONG
                    400 | ValidationError | x is invalid | CREDENTIALS_REFUSED
                    403 | InvalidClientTokenId | The security token included in the request is invalid | CREDENTIALS_REFUSED
                    403 | RegionDisabledException | STS is not activated in this region | CREDENTIALS_REFUSED
                    403 | ExpiredToken | The security token included in the request is expired | CREDENTIALS_EXPIRED
                    400 | Throttling | Rate exceeded | THROTTLED
                    500 | InternalFailure | down | CREDENTIALS_UNAVAILABLE
                    """)
    void sendsNoDecisionIfTheRoleIsRefused(int status, String code, String message, Kind kind) {
        aws.answers(refusal(status, code, message));

        assertThat(refused(accept(1))).isEqualTo(new AwsFailure(kind, message, code, "request-1"));
        assertThat(methods()).isNotEmpty().containsOnly("POST");
    }

    @Test
    void sendsNoDecisionIfStsDoesNotRespond() {
        aws.answers(aws.silence());

        assertThat(refused(accept(1)).kind()).isEqualTo(Kind.CREDENTIALS_UNAVAILABLE);
        assertThat(methods()).isNotEmpty().containsOnly("POST");
    }

    @Test
    void sendsNoDecisionIfStsReturnsNoCredentials() {
        aws.answers(AwsStub.json(200, "<AssumeRoleResponse></AssumeRoleResponse>"));

        assertThat(refused(accept(1)).kind()).isEqualTo(Kind.CREDENTIALS_UNAVAILABLE);
        assertThat(methods()).containsExactly("POST");
    }

    @Test
    void reportsAMissingResponseAsUnclearWithinTheDeadline() {
        aws.answersNext(session(Duration.ofMinutes(15)));
        aws.answers(aws.silence());

        assertThat(accept(1)).isInstanceOf(UpdateOutcome.Unclear.class);
        assertThat(methods()).containsExactly("POST", "PATCH");
    }

    @Test
    void reportsAListAsIncompleteIfTheRoleIsRefused() {
        aws.answers(refusal(403, "AccessDenied", "not authorized to perform: sts:AssumeRole"));

        assertThat(list(IRELAND)).isInstanceOfSatisfying(ListOutcome.Incomplete.class, incomplete -> assertThat(
                        incomplete.failure().kind())
                .isEqualTo(Kind.ROLE_REFUSED));
        assertThat(methods()).containsExactly("POST");
    }

    @Test
    void revealsNoSecrets(CapturedOutput output) {
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel("io.countersign", LogLevel.DEBUG);
        try {
            StringBuilder text = new StringBuilder();
            aws.answersNext(session(Duration.ofMinutes(30)));
            aws.answersNext(AwsStub.json(200, "{\"ShareInvitationSummaries\":[]}"));
            text.append(list(IRELAND));
            aws.answersNext(session(Duration.ofMinutes(15)));
            aws.answersNext(UPDATED);
            text.append(accept(1));
            aws.answersNext(refusal(400, "ValidationError", "Value agreed-id at externalId failed"));
            text.append(accept(2));
            aws.answersNext(session(Duration.ofMinutes(15)));
            aws.answers(AwsStub.error(403, "InvalidSignatureException", "no.\\n\\nx-amz-security-token:assumed-token"));
            text.append(accept(3));
            text.append(properties).append(connections);

            assertThat(methods()).containsExactly("POST", "GET", "POST", "PATCH", "POST", "POST", "PATCH");
            assertThat(output).contains("DEBUG", "countersign-read", "ana@example.com@decision-3");
            assertThat(text).contains("Complete", "Updated", "(external id)", "no.", "Retail");
            assertThat(output + text.toString())
                    .doesNotContain("own-secret", "assumed-secret", "assumed-token", "agreed-id", "Signature=");
        } finally {
            logging.setLogLevel("io.countersign", null);
        }
    }
}
