package io.countersign.decision.execution;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.decision.Decision;
import io.countersign.decision.persistence.DecisionRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs the next step of a decision, which depends on its state. It may run twice or on two replicas: each step is a
 * conditional update that succeeds once.
 */
@Component
public class DecisionJobHandler {

    private static final Logger log = LoggerFactory.getLogger(DecisionJobHandler.class);

    private static final Duration AFTER_ERROR = Duration.ofSeconds(10);

    private static final AwsFailure NO_ANSWER =
            new AwsFailure(AwsFailure.Kind.UNHEARD, "The response of AWS was not saved.", null, null);

    private final DecisionRepository decisions;
    private final HoldReleaser holdReleaser;
    private final OutcomeRecorder outcomes;
    private final DecisionReconciler reconciler;
    private final ReadBack readBack;
    private final InstantSource clock;

    DecisionJobHandler(
            DecisionRepository decisions,
            HoldReleaser holdReleaser,
            OutcomeRecorder outcomes,
            DecisionReconciler reconciler,
            ReadBack readBack,
            InstantSource clock) {
        this.decisions = decisions;
        this.holdReleaser = holdReleaser;
        this.outcomes = outcomes;
        this.reconciler = reconciler;
        this.readBack = readBack;
        this.clock = clock;
    }

    /** @return the time of the next run; empty if no step is left */
    public Optional<Instant> run(long id) {
        try {
            decisions.find(id).filter(this::due).ifPresent(this::step);
            return decisions.find(id).map(decision -> decision.lifecycle().nextAt());
        } catch (RuntimeException e) {
            log.error("decision {} could not be processed", id, e);
            return Optional.of(clock.instant().plus(AFTER_ERROR));
        }
    }

    private boolean due(Decision decision) {
        Instant next = decision.lifecycle().nextAt();
        return next != null && !next.isAfter(clock.instant());
    }

    private void step(Decision decision) {
        switch (decision.state()) {
            case HELD -> holdReleaser.release(decision);
            case SENDING -> outcomes.store(decision, new UpdateOutcome.Unclear(NO_ANSWER));
            case UNKNOWN -> reconciler.settle(decision);
            case CONFIRMED -> readBack.of(decision);
            case FAILED, WITHDRAWN -> throw new IllegalStateException(decision.state() + " needs nothing");
        }
    }
}
