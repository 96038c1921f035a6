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
 * Backdates the first-seen times of the simulated shares to their creation within the last week, so that the demo shows
 * invitations close to expiry.
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
    void backdateAfterFirstPolls() {
        if (!done && coverage.now().complete()) {
            shares().forEach(this::backdate);
            done = true;
        }
    }

    /** A share, as the control endpoint of the simulator returns it. */
    record Share(String id, Instant createdAt) {}

    private List<Share> shares() {
        return simulator
                .get()
                .uri("/_simulator/shares")
                .retrieve()
                .body(new ParameterizedTypeReference<List<Share>>() {});
    }

    private void backdate(Share share) {
        Duration late = Duration.ofMillis(Math.floorMod(share.id().hashCode(), POLL.toMillis()));
        Instant seen = share.createdAt().plus(late);
        invitationRepository.backdate(new InvitationId(share.id()), seen, seen.minus(POLL));
    }
}
