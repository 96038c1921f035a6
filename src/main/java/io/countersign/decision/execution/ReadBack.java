package io.countersign.decision.execution;

import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.api.SharedResources;
import io.countersign.decision.Decision;
import io.countersign.decision.EffectObservation;
import io.countersign.policy.Effect;
import io.countersign.policy.ReadBackRule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Reads the recipient's account to check the effect of a confirmed decision. */
@Component
class ReadBack {

    /**
     * After a bulk decision hundreds run at once. Only two wait for the audit log lock, so that users do not wait long
     * for it.
     */
    private final Semaphore storing = new Semaphore(2);

    private final SharedResources sharedResources;
    private final OutcomeRecorder outcomes;
    private final InstantSource clock;

    ReadBack(SharedResources sharedResources, OutcomeRecorder outcomes, InstantSource clock) {
        this.sharedResources = sharedResources;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    void of(Decision confirmed) {
        Instant began = clock.instant();
        ResourceVisibility shown = sharedResources.find(confirmed.source(), confirmed.reviewed());
        Effect effect = ReadBackRule.judge(confirmed.action(), confirmed.reviewed(), shown);
        String text = ObservationText.text(confirmed.reviewed().id(), shown);
        // the effect may become visible with a delay
        Instant next = effect == Effect.IN_EFFECT
                ? null
                : ReadBackBackoff.READ_BACK
                        .after(confirmed.lifecycle().tries(), clock.instant())
                        .orElse(null);
        storing.acquireUninterruptibly();
        try {
            outcomes.storeObservation(confirmed, new EffectObservation(effect, text, began), next);
        } finally {
            storing.release();
        }
    }
}
