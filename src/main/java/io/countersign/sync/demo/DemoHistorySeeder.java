package io.countersign.sync.demo;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationRepository;
import io.countersign.sync.coverage.SourceCoverage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Gives the demo a past: its simulated shares were made over the last week, and the application pretends that it has watched
 * since then. Otherwise everything in a demo would be new, and nothing urgent.
 */
@Component
@ConditionalOnBooleanProperty("countersign.demo")
@ConditionalOnBooleanProperty("countersign.simulator.enabled")
class DemoHistorySeeder {

    private static final Duration POLL = Duration.ofMinutes(5);

    private final SourceCoverage coverage;
    private final InvitationRepository invitationRepository;
    private final RestClient simulator;
    private boolean done;

    DemoHistorySeeder(
            SourceCoverage coverage,
            InvitationRepository invitationRepository,
            @Value("${countersign.aws.endpoint}") String endpoint) {
        this.coverage = coverage;
        this.invitationRepository = invitationRepository;
        this.simulator = RestClient.create(endpoint);
    }

    @Scheduled(fixedDelay = 500)
    void onceEverythingWasRead() {
        if (!done && coverage.now().complete()) {
            shares().forEach(this::seenSoonAfterItWasMade);
            done = true;
        }
    }

    /** A share as the simulator's control endpoint tells of it. */
    record Share(String id, Instant createdAt) {}

    private List<Share> shares() {
        return simulator
                .get()
                .uri("/_simulator/shares")
                .retrieve()
                .body(new ParameterizedTypeReference<List<Share>>() {});
    }

    private void seenSoonAfterItWasMade(Share share) {
        Duration late = Duration.ofMillis(Math.floorMod(share.id().hashCode(), POLL.toMillis()));
        Instant seen = share.createdAt().plus(late);
        invitationRepository.backdate(new InvitationId(share.id()), seen, seen.minus(POLL));
    }
}
