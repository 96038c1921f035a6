package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;
import software.amazon.awssdk.services.wellarchitected.model.ShareResourceType;
import software.amazon.awssdk.services.wellarchitected.model.ShareStatus;
import tools.jackson.databind.JsonNode;

/** Checks that answered calls survive a kill and that the demo is never empty. */
class SnapshotTests {

    @TempDir
    private Path directory;

    @Test
    void storesEveryAnsweredDecision() throws IOException {
        var file = directory.resolve("deep/state.json");
        var kept = directory.resolve("kept.json");
        String lens;
        try (var first = Simulator.start(new SimulatorOptions(0, file, false));
                var owner = new SdkClients(first).as(SdkClients.OWNER);
                var recipient = new SdkClients(first).as(SdkClients.RECIPIENT)) {
            var resources = new SharedTestResources(owner);
            lens = resources.make(ShareResourceType.LENS);
            var share = resources.share(ShareResourceType.LENS, lens, SdkClients.RECIPIENT);
            recipient.updateShareInvitation(
                    b -> b.shareInvitationId(share).shareInvitationAction(ShareInvitationAction.ACCEPT));
            // The copy is taken while the first simulator is running, as a kill would leave it.
            Files.copy(file, kept);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
        try (var second = Simulator.start(new SimulatorOptions(0, kept, false));
                var owner = new SdkClients(second).as(SdkClients.OWNER)) {
            assertThat(new SharedTestResources(owner).statuses(ShareResourceType.LENS, lens))
                    .containsExactly(ShareStatus.ACCEPTED);
        }
    }

    @Test
    void keepsTheMovedClockAndTopsUpTheDemo() throws IOException {
        var file = directory.resolve("demo.json");
        try (var first = Simulator.start(new SimulatorOptions(0, file, true))) {
            new ControlClient(first).send("PUT", "clock", "{\"forward\":\"P7D\"}");
            assertThat(pending(first)).isZero();
        }
        try (var second = Simulator.start(new SimulatorOptions(0, file, true))) {
            assertThat(pending(second)).isGreaterThanOrEqualTo(60);
        }
    }

    @Test
    void startsWithRealisticDemoData() throws IOException {
        try (var demo = Simulator.start(new SimulatorOptions(0, null, true))) {
            var shares = new ControlClient(demo).get("shares").values();
            assertThat(shares).hasSizeGreaterThanOrEqualTo(64);
            assertThat(distinct(shares, "type")).isEqualTo("LENS PROFILE TEMPLATE WORKLOAD");
            assertThat(distinct(shares, "permission")).isEqualTo("CONTRIBUTOR READONLY");
            assertThat(distinct(shares, "owner")).isEqualTo("555566667777 999988887777");
            assertThat(distinct(shares, "region")).isEqualTo("ap-southeast-2 eu-west-1 us-east-1");
            assertThat(distinct(shares, "account")).isEqualTo("111122223333 222233334444 333344445555 444455556666");
            assertThat(shares)
                    .extracting(share -> share.path("name").asString().length())
                    .contains(100);
        }
    }

    @Test
    void refusesAnUnreadableFile() throws IOException {
        var file = Files.writeString(directory.resolve("broken.json"), "{\"shares\":");
        assertThatThrownBy(() -> Simulator.start(new SimulatorOptions(0, file, true)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void refusesAFileOfANewerVersion() throws IOException {
        var file = Files.writeString(directory.resolve("newer.json"), """
                {"format": 2, "version": 7, "clockOffset": 0, "accounts": [], "resources": [], "shares": [],
                 "remembered": [], "roles": []}""");
        var before = Files.readString(file);
        assertThatThrownBy(() -> Simulator.start(new SimulatorOptions(0, file, true)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + " was written by a newer version: start that version");
        assertThat(file).hasContent(before);
    }

    @Test
    void readsAFileOfAnEarlierVersion() throws IOException {
        var file = directory.resolve("earlier.json");
        Simulator.start(new SimulatorOptions(0, file, true)).close();
        Files.writeString(file, Files.readString(file).replaceFirst("\"format\":1,", ""));
        try (var simulator = Simulator.start(new SimulatorOptions(0, file, false))) {
            assertThat(pending(simulator)).isGreaterThanOrEqualTo(60);
        }
    }

    private static int pending(Simulator simulator) {
        return new ControlClient(simulator).get("health").path("pending").asInt();
    }

    private static String distinct(Iterable<JsonNode> shares, String field) {
        return StreamSupport.stream(shares.spliterator(), false)
                .map(share -> share.path(field).asString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
