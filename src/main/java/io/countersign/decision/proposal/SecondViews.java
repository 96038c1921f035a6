package io.countersign.decision.proposal;

import io.countersign.connection.InvitationId;
import io.countersign.decision.Proposal;
import io.countersign.decision.eligibility.ApprovalRules;
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

/** Tells which invitations need a second approval and which proposals wait for one. */
@NamedInterface("approval")
@Component
public class SecondViews {

    private final ApprovalRules rules;
    private final ProposalRepository proposals;

    SecondViews(ApprovalRules rules, ProposalRepository proposals) {
        this.rules = rules;
        this.proposals = proposals;
    }

    /** By id; invitations that one person accepts alone are missing. */
    public Map<String, SecondView> of(Collection<InvitationView> shown) {
        Map<String, String> proposers =
                proposals
                        .openFor(shown.stream()
                                .map(row -> new InvitationId(row.id()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(
                                proposal -> proposal.invitation().value(), Proposal::person));
        Map<String, SecondView> views = new HashMap<>();
        for (InvitationView row : shown) {
            RequiredApprovals needs = rules.needs(row);
            if (needs.two() || proposers.containsKey(row.id())) {
                String words = needs.two() ? needs.name() : RequiredApprovals.SECOND_PERSON.name();
                views.put(row.id(), new SecondView(words, proposers.get(row.id())));
            }
        }
        return views;
    }

    /** How many proposals wait for an answer, as far as a scope reaches. */
    public int waiting(VisibilityScope visibilityScope) {
        return proposals.countWaiting(visibilityScope);
    }

    /** How many proposals of a person were sent back, with no later decision or proposal. */
    public int sentBack(String person, VisibilityScope visibilityScope) {
        return proposals.countSentBack(person, visibilityScope);
    }
}
