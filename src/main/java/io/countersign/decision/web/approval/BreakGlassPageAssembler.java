package io.countersign.decision.web.approval;

import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.eligibility.DecisionRequest;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.eligibility.SkippedApprovers;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.invitation.view.InvitationPageAssembler;
import io.countersign.team.access.ReviewerAccess;
import org.springframework.stereotype.Component;

/** Assembles the break-glass page. */
@Component
class BreakGlassPageAssembler {

    private final InvitationPageAssembler pages;
    private final ApprovalRules rules;
    private final EligibilityChecker eligibility;
    private final SkippedApprovers skippedApprovers;
    private final ReviewerAccess access;

    BreakGlassPageAssembler(
            InvitationPageAssembler pages,
            ApprovalRules rules,
            EligibilityChecker eligibility,
            SkippedApprovers skippedApprovers,
            ReviewerAccess access) {
        this.pages = pages;
        this.rules = rules;
        this.eligibility = eligibility;
        this.skippedApprovers = skippedApprovers;
        this.access = access;
    }

    BreakGlassPage assemble(Invitation invitation, QueueFilter requested, String admin) {
        QueueFilter filter = access.restrict(requested, admin);
        InvitationFingerprint shown = InvitationFingerprint.of(invitation.listed());
        return new BreakGlassPage(
                pages.view(invitation.id(), filter).orElseThrow(),
                rules.needs(invitation).name(),
                eligibility
                        .check(invitation, DecisionRequest.breakGlass(admin, shown))
                        .name(),
                skippedApprovers.by(admin, invitation),
                shown.value(),
                filter.link(BreakGlassPage.path(invitation.id())));
    }
}
