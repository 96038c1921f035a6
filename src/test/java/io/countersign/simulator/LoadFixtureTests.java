package io.countersign.simulator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.wellarchitected.model.ListShareInvitationsResponse;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationSummary;
import software.amazon.awssdk.services.wellarchitected.model.ShareResourceType;
import tools.jackson.databind.JsonNode;

/** Checks that a load fixture contains what its response reports. */
class LoadFixtureTests {

    private static final List<ShareResourceType> TYPES = List.of(
            ShareResourceType.WORKLOAD, ShareResourceType.LENS, ShareResourceType.PROFILE, ShareResourceType.TEMPLATE);

    private Simulator simulator;
    private ControlClient control;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(new SimulatorOptions(0, null, false));
        control = new ControlClient(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void distributesInvitationsToAllSourcesAndTypes() {
        var fleet = fleet("{\"accounts\":10,\"regions\":[\"eu-west-1\",\"us-east-1\"],\"invitations\":200}");
        assertThat(fleet.path("accounts").values())
                .extracting(JsonNode::asString)
                .hasSize(10)
                .contains("700000000001", "700000000010");
        assertThat(fleet.path("calls").asInt()).isEqualTo(80);
        assertThat(fleet.path("sources").values()).hasSize(20).allSatisfy(source -> {
            assertThat(source.path("accessKeyId").asString())
                    .isEqualTo("AKIADEMO" + source.path("account").asString());
            assertThat(source.path("pending").values()).hasSize(4).allSatisfy(count -> assertThat(count.asInt())
                    .isBetween(2, 3));
        });
        assertThat(ids("700000000010", null)).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void givesEveryNthSourceThreePages() {
        var fleet = fleet("{\"accounts\":4,\"regions\":[\"eu-west-1\"],\"invitations\":256,\"pagesEvery\":2}");
        assertThat(fleet.path("calls").asInt()).isEqualTo(20);
        assertThat(fleet.path("sources").values())
                .extracting(source -> source.path("pending").path("WORKLOAD").asInt())
                .containsExactly(121, 1, 121, 1);
        try (var client = new SdkClients(simulator).as("700000000001")) {
            assertThat(
                            client
                                    .listShareInvitationsPaginator(b -> b.shareResourceType(ShareResourceType.WORKLOAD))
                                    .stream()
                                    .map(ListShareInvitationsResponse::shareInvitationSummaries)
                                    .map(List::size))
                    .containsExactly(50, 50, 21);
        }
        assertThat(ids("700000000001", ShareResourceType.WORKLOAD)).hasSize(121).doesNotHaveDuplicates();
        var one = TYPES.stream().flatMap(type -> ids("700000000001", type).stream());
        assertThat(one).containsExactlyInAnyOrderElementsOf(ids("700000000001", null));
    }

    @Test
    void sharesResourcesOfSeveralOwnersWithAllAccounts() {
        var fleet = fleet("{\"accounts\":3,\"regions\":[\"eu-west-1\"],\"invitations\":20,\"shared\":4,\"owners\":2}");
        assertThat(fleet.path("sources").values())
                .extracting(source -> source.path("pending").path("LENS").asInt())
                .allSatisfy(lenses -> assertThat(lenses).isGreaterThanOrEqualTo(1));
        var shares = control.get("shares").values();
        assertThat(shares)
                .hasSize(20)
                .extracting(share -> share.path("id").asString())
                .doesNotHaveDuplicates();
        assertThat(shares.stream()
                        .collect(groupingBy(share -> share.path("name").asString(), counting()))
                        .values())
                .filteredOn(count -> count > 1)
                .containsExactly(3L, 3L, 3L, 3L);
        assertThat(shares)
                .extracting(share -> share.path("owner").asString())
                .containsOnly("555566667777", "555566667778");
    }

    @Test
    void createsTheSameDataAgain() {
        var order = "{\"accounts\":3,\"regions\":[\"eu-west-1\"],\"invitations\":30}";
        var first = fleet(order);
        var ids = ids("700000000002", null);
        assertThat(fleet(order)).isEqualTo(first);
        assertThat(ids("700000000002", null)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(control.get("health").path("pending").asInt()).isEqualTo(30);
    }

    @Test
    void refusesNumbersOutOfRange() {
        for (var order : List.of(
                "{\"regions\":[\"eu-west-1\"],\"invitations\":1}",
                "{\"accounts\":1,\"regions\":[\"mars-1\"],\"invitations\":1}",
                "{\"accounts\":1,\"regions\":[\"eu-west-1\"],\"invitations\":1,\"pagesEvery\":0}",
                "{\"accounts\":2,\"regions\":[\"eu-west-1\"],\"invitations\":3,\"shared\":2}",
                "{\"accounts\":1,\"regions\":[\"eu-west-1\"],\"invitations\":1,\"owners\":0}")) {
            assertThat(control.exchange("POST", "fleet", order).statusCode()).isEqualTo(400);
        }
    }

    private JsonNode fleet(String order) {
        return control.send("POST", "fleet", order);
    }

    private List<String> ids(String account, ShareResourceType type) {
        try (var client = new SdkClients(simulator).as(account)) {
            return StreamSupport.stream(
                            client.listShareInvitationsPaginator(b -> b.shareResourceType(type))
                                    .spliterator(),
                            false)
                    .flatMap(page -> page.shareInvitationSummaries().stream())
                    .map(ShareInvitationSummary::shareInvitationId)
                    .toList();
        }
    }
}
