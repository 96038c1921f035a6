package io.countersign.decision;

import io.countersign.connection.Failure;
import io.countersign.connection.UpdateOutcome;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds decisions whose answer was never stored, because the application was stopped or lost its database. */
@Component
class UnheardDecisions {

    /** Longer than any call to AWS may take, so that another replica's call under way is left alone. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Decisions decisions;
    private final Outcomes outcomes;
    private final InstantSource clock;

    UnheardDecisions(Decisions decisions, Outcomes outcomes, InstantSource clock) {
        this.decisions = decisions;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15S")
    void giveUp() {
        Failure unheard = new Failure(Failure.Kind.UNHEARD, "The answer of AWS was never stored.", null, null);
        decisions
                .sendingSince(clock.instant().minus(PATIENCE))
                .forEach(decision -> outcomes.store(decision, new UpdateOutcome.Unclear(unheard)));
    }
}
