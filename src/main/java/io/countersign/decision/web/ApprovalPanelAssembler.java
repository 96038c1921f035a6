package io.countersign.decision.web;

import io.countersign.decision.Proposal;
import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.eligibility.DecisionFactsLoader;
import io.countersign.decision.eligibility.DecisionRequest;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.eligibility.PossibleApprovers;
import io.countersign.identity.PersonRepository;
import io.countersign.identity.RecentAuthentication;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.policy.ApprovalRule;
import io.countersign.policy.RequiredApprovals;
import io.countersign.policy.Verdict;
import io.countersign.team.ReviewerContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the approval panel of an invitation, with the actions that its reader may take. */
@Component
class ApprovalPanelAssembler {

    private final ApprovalRules rules;
    private final RuleMessages messages;
    private final EligibilityChecker eligibility;
    private final PersonRepository personRepository;
    private final PossibleApprovers approvers;
    private final RecentAuthentication signIn;

    ApprovalPanelAssembler(
            ApprovalRules rules,
            RuleMessages messages,
            EligibilityChecker eligibility,
            PersonRepository personRepository,
            PossibleApprovers approvers,
            RecentAuthentication signIn) {
        this.rules = rules;
        this.messages = messages;
        this.eligibility = eligibility;
        this.personRepository = personRepository;
        this.approvers = approvers;
        this.signIn = signIn;
    }

    /** @param open the proposal that waits for an answer; null for none */
    ApprovalPanel assemble(
            Invitation invitation, @Nullable Proposal open, ReviewerContext context, QueueFilter filter) {
        ApprovalRule rule = rules.rule(invitation).orElse(null);
        RequiredApprovals needs = rule == null ? RequiredApprovals.ONE : rule.needs();
        String sentence = rule == null ? null : messages.sentence(rule);
        String breakGlassHref = needs.two() && invitation.pending() && admin(context.person())
                ? filter.link("/invitations/" + invitation.id() + "/break-glass")
                : null;
        if (open == null) {
            boolean proposes = needs.two() && invitation.pending() && context.decides();
            return new ApprovalPanel(
                    needs.name(),
                    sentence,
                    null,
                    null,
                    List.of(),
                    false,
                    null,
                    null,
                    breakGlassHref,
                    List.of(),
                    proposes && !approvers.existFor(context, invitation, needs),
                    !signIn.fresh());
        }
        String base = "/proposals/" + open.id();
        boolean own = open.person().equals(context.person());
        DecisionRequest confirmation =
                DecisionRequest.confirming(open, context.person(), InvitationFingerprint.of(invitation.listed()));
        Verdict verdict = eligibility.check(invitation, confirmation);
        return new ApprovalPanel(
                needs.name(),
                sentence,
                ProposalView.of(open),
                verdict.name(),
                verdict == Verdict.OWN_PROPOSAL ? eligibility.conflicts(invitation, confirmation) : List.of(),
                verdict.allowed(),
                context.decides() && !own ? filter.link(base + "/answer") : null,
                own ? filter.link(base + "/withdrawal") : null,
                breakGlassHref,
                own ? approvers.some(context.person(), open, invitation) : List.of(),
                false,
                !signIn.fresh());
    }

    private boolean admin(String person) {
        return personRepository
                .find(person)
                .filter(DecisionFactsLoader::mayBreakGlass)
                .isPresent();
    }
}
