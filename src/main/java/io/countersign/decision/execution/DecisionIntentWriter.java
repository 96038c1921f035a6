package io.countersign.decision.execution;

import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import io.countersign.decision.eligibility.SkippedApprovers;
import io.countersign.decision.eligibility.StrictestHolds;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.proposal.ProposalCloser;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.OpenDecisionRepository;
import io.countersign.policy.HoldRule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes an intent, reserves its invitation, and ends the decision and the proposal that it replaces. */
@Component
class DecisionIntentWriter {

    private final OpenDecisionRepository openDecisions;
    private final DecisionRepository decisions;
    private final StrictestHolds holds;
    private final OutcomeRecorder outcomes;
    private final ProposalCloser proposals;
    private final SkippedApprovers skippedApprovers;
    private final InstantSource clock;

    DecisionIntentWriter(
            OpenDecisionRepository openDecisions,
            DecisionRepository decisions,
            StrictestHolds holds,
            OutcomeRecorder outcomes,
            ProposalCloser proposals,
            SkippedApprovers skippedApprovers,
            InstantSource clock) {
        this.openDecisions = openDecisions;
        this.decisions = decisions;
        this.holds = holds;
        this.outcomes = outcomes;
        this.proposals = proposals;
        this.skippedApprovers = skippedApprovers;
        this.clock = clock;
    }

    /** Runs in the transaction that locked the invitation. */
    Decision write(DecideCommand command, Invitation invitation, Instant listedAt, @Nullable String inPlaceOf) {
        Instant now = clock.instant();
        // what was accepted does not expire
        Instant latest = command.leaving() ? Instant.MAX : invitation.expiresBy();
        Instant heldUntil = HoldRule.until(now, holds.of(command.action(), command.bulk(), invitation.listed()), latest)
                .orElse(null);
        Decision decision = decisions.intend(command, invitation, listedAt, heldUntil, now, inPlaceOf);
        reserve(invitation, decision, now);
        if (command.breakGlass()) {
            // before the end of the open proposal, which decides who is skipped
            skippedApprovers.store(decision, invitation);
        }
        proposals.decided(command, decision);
        return decision;
    }

    private void reserve(Invitation invitation, Decision decision, Instant now) {
        long replaced = Objects.requireNonNullElse(invitation.openDecision(), 0L);
        boolean reserved = decision.state() == DecisionState.HELD
                ? openDecisions.hold(invitation.id(), decision.id(), replaced, now)
                : openDecisions.open(invitation.id(), decision.id(), replaced, now);
        if (!reserved) {
            throw new OvertakenException();
        }
        if (replaced != 0) {
            outcomes.settleReplaced(replaced, invitation);
        }
    }

    /** Two users decided at the same moment, and the other one was first. */
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
