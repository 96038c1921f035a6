package io.countersign.connection.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Connections;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.ResourceVisibility.Visible;
import io.countersign.connection.Source;
import io.countersign.connection.api.DecisionSessionName;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.ShareInvitations;
import io.countersign.connection.api.SharedResources;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.aws.AwsCallMetrics;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.credential.AssumedRoleCredentials;
import io.countersign.connection.credential.BaseCredentials;
import io.countersign.connection.gateway.AwsShareInvitations;
import io.countersign.connection.gateway.AwsSharedResources;
import io.countersign.connection.gateway.SharedResourceReader;
import io.countersign.connection.registry.ConfiguredConnections;
import io.countersign.connection.registry.HubProperties;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ShareResourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests with the real SDK in a simulated account that the planned roles allow all calls of the application and no
 * others.
 */
class PlannedRolesTests {

    private static final AccountId MEMBER = new AccountId("111122223333");
    private static final String HUB = "666677778888";
    private static final Source SOURCE = new Source(MEMBER, new Region("eu-west-1"));
    private static final DecisionSessionName ANA = new DecisionSessionName("ana@example.com", 1482);

    private final HttpClient http = HttpClient.newHttpClient();
    private Simulator simulator;
    private AwsClients clients;
    private BaseCredentials own;
    private Connection connection;
    private ShareInvitations invitations;
    private SharedResources resources;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(new SimulatorOptions(0, null, false));
        ConnectionProperties properties = new ConnectionProperties(
                List.of(new ConnectionProperties.Account(
                        MEMBER.value(),
                        "Retail",
                        "aws",
                        null,
                        null,
                        "agreed-id",
                        List.of("eu-west-1"),
                        "AKIADEMO" + HUB,
                        "demo")),
                List.of(),
                new ConnectionProperties.Aws(
                        "http://127.0.0.1:" + simulator.port(),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        Duration.ofHours(1)));
        clients = new AwsClients(properties.aws(), new AwsCallMetrics(new SimpleMeterRegistry()));
        own = new BaseCredentials(properties);
        connection = new ConfiguredConnections(properties).all().get(0);
        RolePlan plan = RolePlan.of(
                connection, TrustedPrincipal.account("aws", HUB, TrustedPrincipal.Known.ASKED), "agreed-id");
        connect(plan.reader(), plan.decider(), "agreed-id");
        make(plan.reader(), RolePlan.READING, false);
        make(plan.decider(), RolePlan.DECIDING, true);
        Connections connections = () -> List.of(connection);
        AssumedRoleCredentials roles = new AssumedRoleCredentials(clients, own, Duration.ofHours(1));
        invitations = new AwsShareInvitations(connections, clients, roles, Duration.ofSeconds(20));
        resources = new AwsSharedResources(connections, clients, roles);
    }

    @AfterEach
    void stop() {
        own.close();
        clients.close();
        simulator.close();
    }

    private void connect(String reader, @Nullable String decider, String externalId) {
        connection = new Connection(MEMBER, "Retail", "aws", reader, decider, externalId, connection.regions());
    }

    private void make(String arn, List<String> actions, boolean named) throws Exception {
        Map<String, Object> role = Map.of(
                "account",
                MEMBER.value(),
                "name",
                RoleName.of(arn).name(),
                "principals",
                List.of(HUB),
                "externalId",
                "agreed-id",
                "setSourceIdentity",
                named,
                "sourceIdentityLike",
                named ? List.of(RolePlan.SOURCE_IDENTITY) : List.of(),
                "maxSessionSeconds",
                3600,
                "actions",
                actions);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(control("roles"))
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(List.of(role))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private URI control(String name) {
        return URI.create("http://127.0.0.1:" + simulator.port() + "/_simulator/" + name);
    }

    private JsonNode simulatorState(String name) throws IOException, InterruptedException {
        HttpRequest get = HttpRequest.newBuilder(control(name)).build();
        return JsonMapper.shared()
                .readTree(http.send(get, HttpResponse.BodyHandlers.ofString()).body());
    }

    private ListedInvitation shared() {
        try (WellArchitectedClient owner = WellArchitectedClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + simulator.port()))
                .region(software.amazon.awssdk.regions.Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIADEMO555566667777", "demo")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build()) {
            SharedTestResources things = new SharedTestResources(owner);
            things.share(ShareResourceType.WORKLOAD, things.make(ShareResourceType.WORKLOAD), MEMBER.value());
        }
        ListOutcome listed = invitations.list(SOURCE, ResourceType.WORKLOAD);
        assertThat(listed).isInstanceOf(ListOutcome.Complete.class);
        return listed.seen().get(0);
    }

    private UpdateOutcome accept(ListedInvitation invitation) {
        return invitations.update(SOURCE, invitation.id(), InvitationAction.ACCEPT, ANA, any -> {});
    }

    private static Kind refused(UpdateOutcome outcome) {
        assertThat(outcome).isInstanceOf(UpdateOutcome.Refused.class);
        return ((UpdateOutcome.Refused) outcome).failure().kind();
    }

    @Test
    void allowsEveryCallAndNamesUserAndDecisionInTheTrail() throws Exception {
        ListedInvitation invitation = shared();

        assertThat(accept(invitation)).isInstanceOf(UpdateOutcome.Updated.class);
        assertThat(resources.find(SOURCE, invitation)).isInstanceOf(Visible.class);

        JsonNode decided = simulatorState("trail")
                .valueStream()
                .filter(line -> line.get("operation").asString().equals("UpdateShareInvitation"))
                .findFirst()
                .orElseThrow();
        assertThat(decided.get("sourceIdentity").asString()).isEqualTo("ana@example.com@decision-1482");
        assertThat(decided.get("caller").asString()).endsWith("CountersignDecider/ana@example.com@decision-1482");
    }

    @Test
    void allowsEveryListOfResources() {
        SharedResourceReader reads = new SharedResourceReader(
                clients.reading(SOURCE.region()),
                new AssumedRoleCredentials(clients, own, Duration.ofHours(1)).reading(connection));
        ListedInvitation workload = shared();

        assertThat(ResourceType.KNOWN).allSatisfy(type -> assertThat(reads.search(
                        new ListedInvitation(workload.id(), type, workload.sharedBy(), null, null, "nothing", null)))
                .isNull());
    }

    @Test
    void deniesDecisionsToTheReader() throws Exception {
        ListedInvitation invitation = shared();
        connect(connection.roleArn(), null, "agreed-id");

        assertThat(refused(accept(invitation))).isEqualTo(Kind.SOURCE_IDENTITY_REFUSED);

        make(connection.roleArn(), RolePlan.READING, true);
        assertThat(refused(accept(invitation))).isEqualTo(Kind.ACCESS_DENIED);
        assertThat(simulatorState("updates").get("tookEffect").asInt()).isZero();
    }

    @Test
    void givesTheSameErrorForWrongExternalIdAndMissingRole() {
        ListedInvitation invitation = shared();
        connect(connection.roleArn(), connection.deciderRoleArn(), "another-id");
        assertThat(refused(accept(invitation))).isEqualTo(Kind.ROLE_REFUSED);

        connect(connection.roleArn(), "arn:aws:iam::111122223333:role/nobody", "agreed-id");
        assertThat(refused(accept(invitation))).isEqualTo(Kind.ROLE_REFUSED);
    }

    @Test
    void determinesTheHubAccountWithSts() {
        TrustedPrincipalResolver trustedPrincipalResolver =
                new TrustedPrincipalResolver(new HubProperties(null, null), clients, own);

        assertThat(trustedPrincipalResolver.of(connection))
                .isEqualTo(new TrustedPrincipal("arn:aws:iam::666677778888:root", TrustedPrincipal.Known.ASKED));
    }
}
