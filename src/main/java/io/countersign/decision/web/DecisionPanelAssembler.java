package io.countersign.decision.web;

import io.countersign.decision.eligibility.DecisionRequest;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.reason.ReasonTemplates;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.policy.Verdict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Assembles the form that decides an invitation. */
@Component
class DecisionPanelAssembler {

    private final EligibilityChecker eligibility;
    private final DecisionRepository decisions;
    private final ReasonTemplates templates;

    DecisionPanelAssembler(EligibilityChecker eligibility, DecisionRepository decisions, ReasonTemplates templates) {
        this.eligibility = eligibility;
        this.decisions = decisions;
        this.templates = templates;
    }

    DecisionPanel assemble(Invitation invitation, String person, ApprovalPanel approval, QueueFilter filter) {
        Verdict verdict = eligibility.check(invitation, DecisionRequest.undecided(person));
        String path = "/invitations/" + invitation.id();
        return new DecisionPanel(
                (verdict.allowed() || verdict.needsAnother()) && approval.withdrawHref() == null,
                verdict.name(),
                Optional.ofNullable(invitation.openDecision())
                        .flatMap(decisions::find)
                        .map(blocking -> DecisionView.of(blocking, filter))
                        .orElse(null),
                InvitationFingerprint.of(invitation.listed()).value(),
                filter.link(path + "/decisions"),
                templates.all(),
                filter.link(path + "/drafts"));
    }
}
