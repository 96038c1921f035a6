package io.countersign.decision.execution;

import io.countersign.connection.InvitationAction;
import io.countersign.decision.DecisionEffectObserved;
import io.countersign.decision.DecisionSettled;
import io.countersign.decision.DecisionState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts the decisions that this replica settles, after their outcome is committed. */
@Component
class DecisionMetrics {

    private static final String DECISIONS = "countersign.decisions";

    private final MeterRegistry registry;

    DecisionMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (InvitationAction invitationAction : InvitationAction.values()) {
            // registered at the start, so that the first decision counts as an increase
            counter(invitationAction, DecisionState.CONFIRMED);
            counter(invitationAction, DecisionState.FAILED);
            counter(invitationAction, DecisionState.UNKNOWN);
        }
    }

    @TransactionalEventListener
    void on(DecisionSettled settled) {
        counter(settled.decision().action(), settled.decision().state()).increment();
    }

    /** Counts an unclear decision once more when a read of AWS settles it. */
    @TransactionalEventListener
    void on(DecisionEffectObserved seen) {
        if (seen.decision().settledByReading()) {
            counter(seen.decision().action(), seen.decision().state()).increment();
        }
    }

    private Counter counter(InvitationAction invitationAction, DecisionState state) {
        return Counter.builder(DECISIONS)
                .description("Decisions by outcome")
                .tags("action", invitationAction.name(), "state", state.name())
                .register(registry);
    }
}
