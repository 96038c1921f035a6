package io.countersign.decision.web;

import io.countersign.team.Comment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision, a proposal or a comment in the timeline of an invitation. */
record TimelineItem(
        Instant at,
        @Nullable DecisionView decision,
        @Nullable ProposalView proposal,
        @Nullable Comment said) {

    static TimelineItem of(DecisionView decision) {
        return new TimelineItem(decision.decider().decidedAt(), decision, null, null);
    }

    static TimelineItem of(ProposalView proposal) {
        return new TimelineItem(proposal.at(), null, proposal, null);
    }

    static TimelineItem of(Comment said) {
        return new TimelineItem(said.at(), null, null, said);
    }
}
