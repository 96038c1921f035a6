package io.countersign.decision.proposal;

import io.countersign.connection.InvitationId;
import io.countersign.decision.Proposal;
import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.eligibility.StrictestRules;
import io.countersign.decision.persistence.ProposalListRepository;
import io.countersign.decision.persistence.ProposalRepository;
import io.countersign.invitation.VisibilityScope;
import io.countersign.invitation.view.InvitationView;
import io.countersign.policy.RequiredApprovals;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Finds the invitations that require a second approval, and counts the proposals that wait for one. */
@NamedInterface("approval")
@Component
public class ApprovalViews {

    private final ApprovalRules rules;
    private final ProposalRepository proposals;
    private final ProposalListRepository lists;

    ApprovalViews(ApprovalRules rules, ProposalRepository proposals, ProposalListRepository lists) {
        this.rules = rules;
        this.proposals = proposals;
        this.lists = lists;
    }

    /** The views by invitation id; an invitation that requires no second approval has none. */
    public Map<String, ApprovalView> of(Collection<InvitationView> shown) {
        Map<String, String> proposers =
                proposals
                        .openFor(shown.stream()
                                .map(row -> new InvitationId(row.id()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(
                                proposal -> proposal.invitation().value(), Proposal::person));
        StrictestRules strictest = rules.strictest();
        Map<String, ApprovalView> views = new HashMap<>();
        for (InvitationView row : shown) {
            RequiredApprovals needs = strictest.needs(row);
            if (needs.two() || proposers.containsKey(row.id())) {
                String required = needs.two() ? needs.name() : RequiredApprovals.SECOND_PERSON.name();
                views.put(row.id(), new ApprovalView(required, proposers.get(row.id())));
            }
        }
        return views;
    }

    /** Counts the proposals that wait for an answer, and those of the user that were sent back. */
    public ProposalListRepository.Counts counts(String person, VisibilityScope visibilityScope) {
        return lists.counts(person, visibilityScope);
    }
}
