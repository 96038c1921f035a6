package io.countersign.connection.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.AwsStub;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;
import io.countersign.connection.api.DecisionSessionName;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.ShareInvitations;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.connection.aws.AwsCallMetrics;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.credential.AssumedRoleCredentials;
import io.countersign.connection.credential.BaseCredentials;
import io.countersign.connection.registry.ConfiguredConnections;
import io.countersign.connection.validation.ConnectionPropertiesValidator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsShareInvitationsTests {

    private static final Source SOURCE = new Source(new AccountId("111122223333"), new Region("eu-west-1"));
    private static final DecisionSessionName SENT_AS = new DecisionSessionName("reviewer", 1482);
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_ID = "fedcba9876543210fedcba9876543210";
    private static final String UPDATED =
            "{\"ShareInvitation\":{\"ShareInvitationId\":\"" + ID + "\",\"WorkloadId\":\"w\"}}";

    private AwsStub aws;
    private AwsClients clients;
    private BaseCredentials own;
    private ShareInvitations invitations;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub();
        connect(aws.address());
    }

    @AfterEach
    void stop() throws Exception {
        own.close();
        clients.close();
        aws.close();
    }

    private void connect(String endpoint) {
        ConnectionProperties properties = new ConnectionProperties(
                List.of(new ConnectionProperties.Account(
                        "111122223333",
                        "Retail",
                        "aws",
                        null,
                        null,
                        null,
                        List.of("eu-west-1"),
                        "AKIADEMO111122223333",
                        "demo")),
                List.of(),
                new ConnectionProperties.Aws(
                        endpoint,
                        Duration.ofSeconds(1),
                        Duration.ofMillis(300),
                        Duration.ofSeconds(3),
                        Duration.ofMillis(900),
                        Duration.ofMinutes(15)));
        assertThat(ConnectionPropertiesValidator.problemsIn(properties)).isEmpty();
        clients = new AwsClients(properties.aws(), new AwsCallMetrics(new SimpleMeterRegistry()));
        own = new BaseCredentials(properties);
        invitations = new AwsShareInvitations(
                new ConfiguredConnections(properties),
                clients,
                new AssumedRoleCredentials(clients, own, properties.aws().sessionDuration()),
                properties.aws().decisionTimeout());
    }

    private UpdateOutcome accept() {
        return invitations.update(SOURCE, new InvitationId(ID), InvitationAction.ACCEPT, SENT_AS, any -> {});
    }

    private ListOutcome list() {
        return invitations.list(SOURCE, ResourceType.WORKLOAD);
    }

    private static Kind unclear(UpdateOutcome outcome) {
        assertThat(outcome).isInstanceOf(UpdateOutcome.Unclear.class);
        return ((UpdateOutcome.Unclear) outcome).failure().kind();
    }

    private static Kind refused(UpdateOutcome outcome) {
        assertThat(outcome).isInstanceOf(UpdateOutcome.Refused.class);
        return ((UpdateOutcome.Refused) outcome).failure().kind();
    }

    private static AwsFailure incomplete(ListOutcome outcome) {
        assertThat(outcome).isInstanceOf(ListOutcome.Incomplete.class);
        return ((ListOutcome.Incomplete) outcome).failure();
    }

    private static AwsStub.Reply page(String summaries, @Nullable String token) {
        String next = token == null ? "" : ",\"NextToken\":\"" + token + "\"";
        return AwsStub.json(200, "{\"ShareInvitationSummaries\":[" + summaries + "]" + next + "}");
    }

    private static String summary(String id, String more) {
        return "{\"ShareInvitationId\":\"" + id + "\"" + more + "}";
    }

    @Test
    void returnsTheUpdatedInvitation() {
        aws.answers(AwsStub.json(200, UPDATED));

        assertThat(accept())
                .isEqualTo(new UpdateOutcome.Updated(
                        new UpdatedInvitation(ID, null, "w", null, null, null, null), "request-1"));
        assertThat(aws.requests).containsExactly("PATCH /shareInvitations/" + ID + " HTTP/1.1");
        assertThat(aws.userAgents).singleElement().asString().endsWith("countersign/dev");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ValidationException, INVALID",
        "402, ServiceQuotaExceededException, OTHER",
        "403, AccessDeniedException, ACCESS_DENIED",
        "404, ResourceNotFoundException, NOT_FOUND",
        "409, ConflictException, CONFLICT",
        "429, ThrottlingException, THROTTLED",
        "403, ExpiredTokenException, CREDENTIALS_EXPIRED",
        "400, UnrecognizedClientException, REGION_NOT_ENABLED",
        "403, InvalidSignatureException, CREDENTIALS_REFUSED",
        "403, SomethingNew, ACCESS_DENIED",
        "401, SomethingNew, CREDENTIALS_REFUSED",
    })
    void sendsOnceIfAwsRefuses(int status, String type, Kind kind) {
        aws.answers(AwsStub.error(status, type, "no"));

        UpdateOutcome outcome = accept();

        assertThat(outcome).isEqualTo(new UpdateOutcome.Refused(new AwsFailure(kind, "no", type, "request-1")));
        assertThat(aws.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void sendsOnceIfTheServerFails(int status) {
        aws.answers(AwsStub.error(status, "InternalServerException", "down"));

        assertThat(unclear(accept())).isEqualTo(Kind.AWS_DOWN);
        assertThat(aws.requests).hasSize(1);
    }

    @Test
    void sendsOnceIfTheConnectionIsClosed() {
        aws.answers(AwsStub.dropped());

        assertThat(unclear(accept())).isEqualTo(Kind.CONNECTION_LOST);
        assertThat(aws.requests).hasSize(1);
    }

    @Test
    void sendsOnceIfAReusedConnectionIsClosed() {
        aws.answersNext(AwsStub.json(200, UPDATED));
        aws.answers(AwsStub.dropped());
        accept();

        assertThat(unclear(accept())).isEqualTo(Kind.CONNECTION_LOST);
        assertThat(aws.requests).hasSize(2);
    }

    @Test
    void sendsOnceIfTheConnectionIsReset() {
        aws.answers(AwsStub.reset());

        assertThat(unclear(accept())).isEqualTo(Kind.CONNECTION_LOST);
        assertThat(aws.requests).hasSize(1);
    }

    @Test
    void sendsOnceIfThereIsNoResponse() {
        aws.answers(aws.silence());

        assertThat(unclear(accept())).isEqualTo(Kind.TIMEOUT);
        assertThat(aws.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"ShareInvitation\":null}", "<html>", "{\"ShareInvitation\":{", "[]"})
    void reportsAResponseWithoutInvitationAsUnclear(String body) {
        aws.answers(AwsStub.json(200, body));

        assertThat(unclear(accept())).isEqualTo(Kind.BAD_ANSWER);
        assertThat(aws.requests).hasSize(1);
    }

    @Test
    void reportsAResponseAboutAnotherInvitationAsUnclear() {
        aws.answers(AwsStub.json(200, UPDATED.replace(ID, OTHER_ID)));

        assertThat(unclear(accept())).isEqualTo(Kind.BAD_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "4", "Not Found", "proxy-error"})
    void reportsARefusalWithoutErrorCodeAsUnclear(String name) {
        aws.answers(AwsStub.error(403, name, "no"));

        assertThat(unclear(accept())).isEqualTo(Kind.ACCESS_DENIED);
    }

    @Test
    void reportsAnInterruptionAsUnclearAndKeepsTheInterrupt() {
        Thread.currentThread().interrupt();

        UpdateOutcome outcome = accept();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(unclear(outcome)).isEqualTo(Kind.OTHER);
    }

    @Test
    void reportsARefusedConnectionAsRefused() throws Exception {
        aws.close();

        assertThat(refused(accept())).isEqualTo(Kind.UNREACHABLE);
        assertThat(incomplete(list()).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void reportsAnUnknownHostAsRefused() throws Exception {
        clients.close();
        connect("http://nowhere.invalid");

        assertThat(refused(accept())).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void completesFiftyParallelReads() throws Exception {
        aws.answers(page(summary(ID, ""), null));
        ExecutorService readers = Executors.newFixedThreadPool(50);
        try {
            List<Future<ListOutcome>> reads = readers.invokeAll(Collections.nCopies(50, this::list));

            for (Future<ListOutcome> read : reads) {
                assertThat(read.get()).isInstanceOf(ListOutcome.Complete.class);
            }
        } finally {
            readers.shutdownNow();
        }
        // more if a connection was lost and the read was retried
        assertThat(aws.requests).hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void refusesAnUnconnectedSource() {
        Source elsewhere = new Source(SOURCE.account(), new Region("us-east-1"));

        assertThat(refused(invitations.update(
                        elsewhere, new InvitationId(ID), InvitationAction.REJECT, SENT_AS, any -> {})))
                .isEqualTo(Kind.NOT_CONNECTED);
        assertThat(incomplete(invitations.list(elsewhere, ResourceType.LENS)).kind())
                .isEqualTo(Kind.NOT_CONNECTED);
        assertThat(aws.requests).isEmpty();
    }

    @Test
    void keepsOnlyTheFirstLineOfASignatureError() {
        aws.answers(
                AwsStub.error(403, "InvalidSignatureException", "does not match.\\n\\nx-amz-security-token:secret"));

        assertThat(incomplete(list()).message()).isEqualTo("does not match.");
    }

    @Test
    void reportsAResponseWithoutAListAsIncomplete() {
        for (String body : new String[] {"{}", "{\"ShareInvitationSummaries\":null}"}) {
            aws.answersNext(AwsStub.json(200, body));

            assertThat(incomplete(list()).kind()).as(body).isEqualTo(Kind.BAD_ANSWER);
        }
    }

    @Test
    void readsAllPagesIfOneIsEmpty() {
        aws.answersNext(page(summary(ID, ",\"WorkloadId\":\"w\""), "a"));
        aws.answersNext(page("", "b"));
        aws.answersNext(page(summary(OTHER_ID, ""), ""));

        ListOutcome outcome = list();

        assertThat(outcome).isInstanceOf(ListOutcome.Complete.class);
        assertThat(outcome.seen()).extracting(seen -> seen.id().value()).containsExactly(ID, OTHER_ID);
        assertThat(aws.requests).hasSize(3);
        assertThat(aws.requests.get(0)).contains("MaxResults=50", "ShareResourceType=WORKLOAD");
        assertThat(aws.requests.get(1)).contains("NextToken=a");
    }

    @Test
    void reportsARepeatedTokenAsIncomplete() {
        aws.answers(page(summary(ID, ""), "again"));

        ListOutcome outcome = list();

        assertThat(incomplete(outcome).message()).isEqualTo("repeated NextToken");
        assertThat(outcome.seen()).hasSize(1);
        assertThat(aws.requests).hasSize(2);
    }

    @Test
    void keepsEarlierPagesIfALaterPageFails() {
        aws.answersNext(page(summary(ID, ""), "a"));
        aws.answers(AwsStub.error(403, "AccessDeniedException", "no"));

        ListOutcome outcome = list();

        assertThat(incomplete(outcome).kind()).isEqualTo(Kind.ACCESS_DENIED);
        assertThat(outcome.seen()).hasSize(1);
    }

    @Test
    void retriesAReadAfterATransientFailure() {
        aws.answersNext(AwsStub.error(503, "InternalServerException", "down"));
        aws.answers(page(summary(ID, ""), null));

        assertThat(list()).isInstanceOf(ListOutcome.Complete.class);
        assertThat(aws.requests).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"WorkloadName\":\"x\"}", "{\"ShareInvitationId\":\"../x\"}", "null"})
    void reportsAnInvalidIdAsIncompleteAndKeepsOtherInvitations(String item) {
        aws.answers(page(item + "," + summary(ID, ""), null));

        ListOutcome outcome = list();

        assertThat(incomplete(outcome).kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(outcome.seen()).extracting(seen -> seen.id().value()).containsExactly(ID);
    }

    @Test
    void keepsTheLaterOfTwoEntriesWithTheSameId() {
        aws.answersNext(page(summary(ID, ",\"PermissionType\":\"READONLY\""), "a"));
        aws.answersNext(page(summary(ID, ",\"PermissionType\":\"CONTRIBUTOR\""), null));

        assertThat(list().seen())
                .singleElement()
                .extracting(ListedInvitation::permission)
                .isEqualTo(Permission.CONTRIBUTOR);
    }

    @Test
    void derivesTheTypeFromIdsAndKeepsUnknownValues() {
        aws.answers(page(
                summary(ID, ",\"LensArn\":\"arn:lens\",\"LensName\":\"a\\u0000b\\u0007\"") + ","
                        + summary(
                                OTHER_ID,
                                ",\"ShareResourceType\":\"NOVEL\",\"PermissionType\":\"OWNER\",\"ProfileName\":\"p\""),
                null));

        assertThat(list().seen())
                .containsExactly(
                        new ListedInvitation(
                                new InvitationId(ID),
                                ResourceType.LENS,
                                null,
                                null,
                                null,
                                "a\ufffdb\u0007",
                                "arn:lens"),
                        new ListedInvitation(
                                new InvitationId(OTHER_ID),
                                new ResourceType("NOVEL"),
                                null,
                                null,
                                new Permission("OWNER"),
                                "p",
                                null));
    }
}
