package io.countersign.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.ResourceVisibility.NotVisible;
import io.countersign.connection.ResourceVisibility.Visible;
import io.countersign.connection.api.DecisionSessionName;
import io.countersign.connection.api.ShareInvitations;
import io.countersign.connection.api.SharedResources;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.aws.AwsCallMetrics;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.credential.AssumedRoleCredentials;
import io.countersign.connection.credential.BaseCredentials;
import io.countersign.connection.gateway.AwsShareInvitations;
import io.countersign.connection.gateway.AwsSharedResources;
import io.countersign.connection.registry.ConfiguredConnections;
import io.countersign.simulator.SharedTestResources;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ShareResourceType;

class SharedResourcesTests {

    private static final String OWNER = "555566667777";
    private static final String RECIPIENT = "111122223333";
    private static final Source SOURCE = new Source(new AccountId(RECIPIENT), new Region("eu-west-1"));

    private Simulator simulator;
    private WellArchitectedClient ownerClient;
    private SharedTestResources owner;
    private AwsClients clients;
    private BaseCredentials own;
    private ShareInvitations invitations;
    private SharedResources resources;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(new SimulatorOptions(0, null, false));
        ownerClient = WellArchitectedClient.builder()
                .endpointOverride(URI.create(address()))
                .region(software.amazon.awssdk.regions.Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIADEMO" + OWNER, "demo")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
        owner = new SharedTestResources(ownerClient);
        connect(address());
    }

    private String address() {
        return "http://127.0.0.1:" + simulator.port();
    }

    private void connect(String endpoint) {
        ConnectionProperties properties = new ConnectionProperties(
                List.of(new ConnectionProperties.Account(
                        RECIPIENT,
                        "Retail",
                        "aws",
                        null,
                        null,
                        null,
                        List.of("eu-west-1"),
                        "AKIADEMO" + RECIPIENT,
                        "demo")),
                List.of(),
                new ConnectionProperties.Aws(
                        endpoint,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        Duration.ofHours(1)));
        Connections connections = new ConfiguredConnections(properties);
        clients = new AwsClients(properties.aws(), new AwsCallMetrics(new SimpleMeterRegistry()));
        own = new BaseCredentials(properties);
        AssumedRoleCredentials roles =
                new AssumedRoleCredentials(clients, own, properties.aws().sessionDuration());
        invitations = new AwsShareInvitations(
                connections, clients, roles, properties.aws().decisionTimeout());
        resources = new AwsSharedResources(connections, clients, roles);
    }

    @AfterEach
    void stop() {
        own.close();
        clients.close();
        ownerClient.close();
        simulator.close();
    }

    private ListedInvitation shared(ShareResourceType type) {
        owner.share(type, owner.make(type), RECIPIENT);
        return invitations
                .list(SOURCE, new ResourceType(type.toString()))
                .seen()
                .get(0);
    }

    private void accept(ListedInvitation invitation) {
        assertThat(invitations.update(
                        SOURCE,
                        invitation.id(),
                        InvitationAction.ACCEPT,
                        new DecisionSessionName("reviewer", 1),
                        any -> {}))
                .isInstanceOf(UpdateOutcome.Updated.class);
    }

    private static ListedInvitation with(
            ListedInvitation invitation, @Nullable String name, @Nullable String resourceId) {
        return new ListedInvitation(
                invitation.id(),
                invitation.type(),
                invitation.sharedBy(),
                invitation.sharedWith(),
                invitation.permission(),
                name,
                resourceId);
    }

    private void faults(String json) throws Exception {
        HttpRequest put = HttpRequest.newBuilder(URI.create(address() + "/_simulator/faults"))
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(put, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isLessThan(300);
    }

    private static String denied(String operation) {
        return "{\"operation\":\"%s\",\"error\":{\"status\":403,\"code\":\"AccessDeniedException\",\"message\":\"no\"}}"
                .formatted(operation);
    }

    @ParameterizedTest
    @EnumSource(
            value = ShareResourceType.class,
            names = {"WORKLOAD", "LENS", "PROFILE", "TEMPLATE"})
    void findsAnAcceptedResourceWithItsInvitation(ShareResourceType type) {
        ListedInvitation invitation = shared(type);
        assertThat(resources.find(SOURCE, invitation)).isEqualTo(new NotVisible());

        accept(invitation);

        String get = type == ShareResourceType.TEMPLATE
                ? "GetReviewTemplate"
                : "Get" + type.toString().charAt(0)
                        + type.toString().substring(1).toLowerCase();
        ResourceVisibility found = resources.find(SOURCE, invitation);
        assertThat(found).isEqualTo(new Visible(get, OWNER, invitation.id().value()));
        assertThat(((Visible) found).cameBy(invitation.id())).isTrue();
        assertThat(((Visible) found).cameBy(new InvitationId("0".repeat(32)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "WORKLOAD, GetWorkload, ListWorkloads",
        "LENS, GetLens, ListLenses",
        "PROFILE, GetProfile, ListProfiles",
        "TEMPLATE, GetReviewTemplate, ListReviewTemplates",
    })
    void searchesTheListIfGetIsDenied(ShareResourceType type, String get, String list) throws Exception {
        ListedInvitation invitation = shared(type);
        faults("[" + denied(get) + "]");
        assertThat(resources.find(SOURCE, invitation)).isEqualTo(new NotVisible());

        accept(invitation);
        assertThat(resources.find(SOURCE, invitation)).isEqualTo(new Visible(list, OWNER, null));

        faults("[" + denied(get) + "," + denied(list) + "]");
        assertThat(unclear(resources.find(SOURCE, invitation))).isEqualTo(Kind.ACCESS_DENIED);
    }

    private static Kind unclear(ResourceVisibility found) {
        assertThat(found).isInstanceOf(ResourceVisibility.Unclear.class);
        return ((ResourceVisibility.Unclear) found).failure().kind();
    }

    @Test
    void matchesOwnerAndNameIfTheIdIsMissing() {
        ListedInvitation invitation = shared(ShareResourceType.WORKLOAD);
        accept(invitation);

        assertThat(resources.find(SOURCE, with(invitation, invitation.resourceName(), null)))
                .isEqualTo(new Visible("ListWorkloads", OWNER, null));
        assertThat(resources.find(SOURCE, with(invitation, "Another", null))).isEqualTo(new NotVisible());
        assertThat(unclear(resources.find(SOURCE, with(invitation, null, null))))
                .isEqualTo(Kind.BAD_ANSWER);
    }

    @Test
    void reportsAnUnknownTypeAsUnclear() {
        ListedInvitation invitation = new ListedInvitation(
                new InvitationId("0".repeat(32)), new ResourceType("DASHBOARD"), OWNER, RECIPIENT, null, "x", "y");

        assertThat(unclear(resources.find(SOURCE, invitation))).isEqualTo(Kind.BAD_ANSWER);
    }

    @Test
    void reportsAnEndlessListAsUnclear() throws Exception {
        ListedInvitation invitation = shared(ShareResourceType.WORKLOAD);
        faults(
                "[" + denied("GetWorkload")
                        + ",{\"operation\":\"ListWorkloads\",\"answer\":{\"status\":200,\"body\":\"{\\\"NextToken\\\":\\\"a\\\"}\"}}]");

        assertThat(unclear(resources.find(SOURCE, invitation))).isEqualTo(Kind.BAD_ANSWER);
    }

    @Test
    void reportsAResponseWithoutTheResourceAsUnclear() throws Exception {
        ListedInvitation invitation = shared(ShareResourceType.WORKLOAD);
        faults("[{\"operation\":\"GetWorkload\",\"answer\":{\"status\":200,\"body\":\"{}\"}}]");

        assertThat(unclear(resources.find(SOURCE, invitation))).isEqualTo(Kind.BAD_ANSWER);
    }

    @Test
    void reportsAnUnreachableAwsAsUnclear() {
        ListedInvitation invitation = shared(ShareResourceType.WORKLOAD);
        own.close();
        clients.close();
        connect("http://127.0.0.1:1");

        assertThat(unclear(resources.find(SOURCE, invitation))).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void reportsAnUnconnectedSourceAsUnclear() {
        ListedInvitation invitation = shared(ShareResourceType.WORKLOAD);

        assertThat(unclear(resources.find(new Source(SOURCE.account(), new Region("us-east-1")), invitation)))
                .isEqualTo(Kind.NOT_CONNECTED);
    }
}
