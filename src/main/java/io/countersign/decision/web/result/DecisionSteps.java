package io.countersign.decision.web.result;

import io.countersign.connection.api.CallIdentity;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionLifecycle;
import io.countersign.decision.DecisionState;
import io.countersign.decision.EffectObservation;
import io.countersign.decision.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a decision, derived from its stored times and states. */
final class DecisionSteps {

    private final List<Step> steps = new ArrayList<>();

    private DecisionSteps() {}

    /**
     * @param key the message key
     * @param of the argument of the message; null for none
     * @param said the reason that a user gave; null for none
     */
    record Step(String key, @Nullable String of, @Nullable String said, Instant at) {}

    /** Newest first. */
    static List<Step> of(Decision decision, @Nullable Proposal proposal) {
        DecisionSteps all = new DecisionSteps();
        DecisionLifecycle lifecycle = decision.lifecycle();
        if (proposal != null) {
            all.add("proposal.step.OPEN", proposal.person(), proposal.reason(), proposal.at());
        }
        all.add("decision.step.listed" + (decision.leaving() ? ".leaving" : ""), null, null, lifecycle.listedAt());
        all.add("site.step." + decision.action(), decision.person(), decision.reason(), decision.decidedAt());
        all.add(
                "decision.step.held" + (decision.state() == DecisionState.HELD ? "" : ".over"),
                null,
                null,
                lifecycle.heldUntil() == null ? null : decision.decidedAt());
        all.addSent(lifecycle);
        all.add("decision.step.UNKNOWN", null, null, lifecycle.unclearAt());
        all.addEnd(decision);
        all.steps.sort(Comparator.comparing(Step::at));
        Collections.reverse(all.steps);
        return all.steps;
    }

    /** A decision that became unclear without a stored identity has no such step: its call was never made. */
    private void addSent(DecisionLifecycle lifecycle) {
        CallIdentity caller = lifecycle.sentAs();
        if (caller != null) {
            add("decision.step.sent." + caller.kind(), caller.searchTerm(), null, lifecycle.sentAt());
        }
    }

    private void addEnd(Decision decision) {
        DecisionLifecycle lifecycle = decision.lifecycle();
        if (lifecycle.withdrawnBy() != null) {
            add("decision.step.withdrawn", lifecycle.withdrawnBy(), null, decision.answeredAt());
        } else if (decision.settledByReading()) {
            add("decision.step.read." + decision.state(), null, null, decision.answeredAt());
        } else {
            addAnswer(decision);
            addObservation(lifecycle.observation());
        }
    }

    private void addAnswer(Decision decision) {
        if (decision.state() != DecisionState.UNKNOWN) {
            String state = decision.neverSent() ? "STOPPED" : decision.state().name();
            add("decision.step." + state, null, null, decision.answeredAt());
        }
    }

    private void addObservation(@Nullable EffectObservation observation) {
        if (observation != null) {
            add("decision.step.saw." + observation.effect(), null, null, observation.at());
        }
    }

    private void add(String key, @Nullable String of, @Nullable String said, @Nullable Instant at) {
        if (at != null) {
            steps.add(new Step(key, of, said, at));
        }
    }
}
