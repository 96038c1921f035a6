package io.countersign.decision.web;

import io.countersign.connection.InvitationAction;
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

    /** @param rejects whether the user has chosen to reject, which is also possible after an accept elsewhere */
    DecisionPanel assemble(
            Invitation invitation, String person, boolean rejects, ApprovalPanel approval, QueueFilter filter) {
        Verdict verdict = verdict(invitation, person, rejects);
        boolean leaves = verdict == Verdict.ACCEPTED_ELSEWHERE;
        String path = "/invitations/" + invitation.id();
        return new DecisionPanel(
                (verdict.allowed() || verdict.needsAnother() || leaves) && approval.withdrawHref() == null,
                leaves,
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

    private Verdict verdict(Invitation invitation, String person, boolean rejects) {
        DecisionRequest request = rejects && invitation.acceptedElsewhere()
                ? DecisionRequest.of(InvitationAction.REJECT, person, InvitationFingerprint.of(invitation.listed()))
                : DecisionRequest.undecided(person);
        return eligibility.check(invitation, request);
    }
}
