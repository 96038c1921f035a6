package io.countersign.decision.execution;

import io.countersign.connection.InvitationAction;
import io.countersign.decision.DecisionSeen;
import io.countersign.decision.DecisionSettled;
import io.countersign.decision.DecisionState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts decisions as they are settled in this replica, after their outcome is stored. */
@Component
class DecisionMetrics {

    private static final String DECISIONS = "countersign.decisions";

    private final MeterRegistry registry;

    DecisionMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (InvitationAction invitationAction : InvitationAction.values()) {
            // there before the first one, so that it counts as an increase
            counter(invitationAction, DecisionState.CONFIRMED);
            counter(invitationAction, DecisionState.FAILED);
            counter(invitationAction, DecisionState.UNKNOWN);
        }
    }

    @TransactionalEventListener
    void on(DecisionSettled settled) {
        counter(settled.decision().action(), settled.decision().state()).increment();
    }

    /** One that was unclear counts once more when it is settled by reading AWS. */
    @TransactionalEventListener
    void on(DecisionSeen seen) {
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
