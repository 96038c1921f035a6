package io.countersign.decision.web;

import io.countersign.decision.Proposal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as pages show it.
 *
 * @param inPlaceOf the lead in whose place the proposer acted; null for none
 * @param answeredBy null while it is open, and if the application closed it
 */
public record ProposalView(
        long id,
        String invitation,
        String person,
        @Nullable String inPlaceOf,
        String reason,
        Instant at,
        String state,
        @Nullable String answeredBy,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    public static ProposalView of(Proposal proposal) {
        Proposal.Answer answer = proposal.answer();
        return new ProposalView(
                proposal.id(),
                proposal.invitation().value(),
                proposal.person(),
                proposal.inPlaceOf(),
                proposal.reason(),
                proposal.at(),
                proposal.state().name(),
                answer == null ? null : answer.person(),
                answer == null ? null : answer.text(),
                answer == null ? null : answer.at());
    }
}
