package io.countersign.decision;

import io.countersign.invitation.Said;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step in what happened to an invitation: it was proposed, decided, or somebody said something. */
record Past(
        Instant at,
        @Nullable DecisionView decision,
        @Nullable ProposalView proposal,
        @Nullable Said said) {

    static Past of(DecisionView decision) {
        return new Past(decision.decidedAt(), decision, null, null);
    }

    static Past of(ProposalView proposal) {
        return new Past(proposal.at(), null, proposal, null);
    }

    static Past of(Said said) {
        return new Past(said.at(), null, null, said);
    }
}
