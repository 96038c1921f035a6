package io.countersign.decision;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.InvitationView;
import io.countersign.invitation.Scope;
import io.countersign.invitation.SecondPerson;
import io.countersign.invitation.SecondView;
import io.countersign.policy.RequiredApprovals;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the queue shows about the second person. */
@Component
class SecondViews implements SecondPerson {

    private final ApprovalRules rules;
    private final ProposalRepository proposals;

    SecondViews(ApprovalRules rules, ProposalRepository proposals) {
        this.rules = rules;
        this.proposals = proposals;
    }

    @Override
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

    @Override
    public int waiting(Scope scope) {
        return proposals.countWaiting(scope);
    }

    @Override
    public int sentBack(String person, Scope scope) {
        return proposals.countSentBack(person, scope);
    }
}
