package io.countersign.decision.web.approval;

import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.eligibility.DecisionRequest;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.eligibility.PossibleApprovers;
import io.countersign.identity.RecentAuthentication;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.policy.Verdict;
import io.countersign.team.access.ReviewerAccess;
import java.util.List;
import org.springframework.stereotype.Component;

/** Assembles the break-glass page. */
@Component
class BreakGlassPageAssembler {

    private final InvitationPageAssembler pages;
    private final ApprovalRules rules;
    private final EligibilityChecker eligibility;
    private final PossibleApprovers approvers;
    private final ReviewerAccess access;
    private final RecentAuthentication signIn;

    BreakGlassPageAssembler(
            InvitationPageAssembler pages,
            ApprovalRules rules,
            EligibilityChecker eligibility,
            PossibleApprovers approvers,
            ReviewerAccess access,
            RecentAuthentication signIn) {
        this.pages = pages;
        this.rules = rules;
        this.eligibility = eligibility;
        this.approvers = approvers;
        this.access = access;
        this.signIn = signIn;
    }

    BreakGlassPage assemble(Invitation invitation, QueueFilter requested, String admin) {
        QueueFilter filter = access.restrict(requested, admin);
        InvitationFingerprint shown = InvitationFingerprint.of(invitation.listed());
        Verdict verdict = eligibility.check(invitation, DecisionRequest.breakGlass(admin, shown));
        return new BreakGlassPage(
                pages.view(invitation, filter),
                rules.needs(invitation).name(),
                verdict.name(),
                verdict.allowed() ? approvers.all(admin, invitation) : List.of(),
                shown.value(),
                !signIn.fresh(),
                filter.link(BreakGlassPage.path(invitation.id())));
    }
}
