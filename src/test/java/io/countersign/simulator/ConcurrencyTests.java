package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;
import software.amazon.awssdk.services.wellarchitected.model.ShareResourceType;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

class ConcurrencyTests {

    private Simulator simulator;
    private WellArchitectedClient recipient;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(new SimulatorOptions(0, null, false));
        recipient = new SdkClients(simulator).as(SdkClients.RECIPIENT);
    }

    @AfterEach
    void stop() {
        recipient.close();
        simulator.close();
    }

    @Test
    void letsOneOfFiftySimultaneousDecisionsThrough() throws Exception {
        String share;
        try (var owner = new SdkClients(simulator).as(SdkClients.OWNER)) {
            share = new SharedTestResources(owner).shareNew(ShareResourceType.WORKLOAD, SdkClients.RECIPIENT);
        }
        var statuses = all(50, () -> accept(share));
        var counts = statuses.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
        assertThat(counts).containsOnly(Map.entry(200, 1L), Map.entry(409, 49L));
        assertThat(new ControlClient(simulator).get("updates").toString())
                .isEqualTo("{\"reached\":50,\"tookEffect\":1}");
    }

    /** Sequential calls would take 64 times 250 ms, which is 16 s. */
    @Test
    void runsCallsConcurrently() throws Exception {
        new ControlClient(simulator)
                .send("PUT", "faults", "[{\"operation\":\"ListShareInvitations\",\"latencyMillis\":250}]");
        var start = Instant.now();
        var sizes = all(64, () -> recipient
                .listShareInvitations(b -> {})
                .shareInvitationSummaries()
                .size());
        assertThat(sizes).hasSize(64).containsOnly(0);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    private int accept(String share) {
        try {
            return recipient
                    .updateShareInvitation(
                            b -> b.shareInvitationId(share).shareInvitationAction(ShareInvitationAction.ACCEPT))
                    .sdkHttpResponse()
                    .statusCode();
        } catch (WellArchitectedException e) {
            return e.statusCode();
        }
    }

    private static <T> List<T> all(int times, Callable<T> call) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var results =
                    threads.invokeAll(Stream.generate(() -> call).limit(times).toList());
            return results.stream().map(ConcurrencyTests::get).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
