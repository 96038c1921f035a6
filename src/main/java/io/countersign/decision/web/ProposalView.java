package io.countersign.decision.web;

import io.countersign.decision.Proposal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as pages show it.
 *
 * @param inPlaceOf the lead in whose place it was made; null for none
 * @param answeredBy null while it is open, and where the desk itself closed it
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
                answer == null ? null : answer.words(),
                answer == null ? null : answer.at());
    }
}
