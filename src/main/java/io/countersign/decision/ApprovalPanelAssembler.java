package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.identity.People;
import io.countersign.invitation.Fingerprint;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.QueueFilter;
import io.countersign.policy.RequiredApprovals;
import io.countersign.policy.Verdict;
import io.countersign.team.ReviewerContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells the page of an invitation whether it takes two, what was proposed, and what its reader may do about it. */
@Component
class ApprovalPanelAssembler {

    private final ProposalRepository proposals;
    private final ApprovalRules rules;
    private final DecisionIntentService intents;
    private final People people;

    ApprovalPanelAssembler(
            ProposalRepository proposals, ApprovalRules rules, DecisionIntentService intents, People people) {
        this.proposals = proposals;
        this.rules = rules;
        this.intents = intents;
        this.people = people;
    }

    ApprovalPanel fill(Model model, Invitation invitation, ReviewerContext standing, QueueFilter filter) {
        Proposal open = proposals.openFor(invitation.id()).orElse(null);
        ApprovalPanel panel = of(invitation, open, standing, filter);
        model.addAttribute("second", panel);
        if (!model.containsAttribute("answer")) {
            model.addAttribute("answer", AnswerForm.EMPTY);
        }
        return panel;
    }

    private ApprovalPanel of(
            Invitation invitation, @Nullable Proposal open, ReviewerContext standing, QueueFilter filter) {
        RequiredApprovals needs = rules.needs(invitation);
        String alone = needs.two() && invitation.pending() && admin(standing.person())
                ? filter.link("/invitations/" + invitation.id() + "/break-glass")
                : null;
        if (open == null) {
            return new ApprovalPanel(needs.name(), null, null, null, null, null, alone);
        }
        String base = "/proposals/" + open.id();
        boolean own = open.person().equals(standing.person());
        Verdict verdict = intents.judge(invitation, confirming(invitation, open, standing.person()));
        return new ApprovalPanel(
                needs.name(),
                ProposalView.of(open),
                verdict.name(),
                verdict.allowed() ? filter.link(base + "/confirmation") : null,
                standing.decides() && !own ? filter.link(base + "/return") : null,
                own ? filter.link(base + "/withdrawal") : null,
                alone);
    }

    private static DecisionRequest confirming(Invitation invitation, Proposal open, String person) {
        return new DecisionRequest(person, Action.ACCEPT, Fingerprint.of(invitation.listed()), open.id(), false, false);
    }

    private boolean admin(String person) {
        return people.find(person).filter(DecisionFactsLoader::mayBreakGlass).isPresent();
    }
}
