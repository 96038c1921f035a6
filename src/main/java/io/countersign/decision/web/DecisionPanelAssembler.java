package io.countersign.decision.web;

import io.countersign.connection.InvitationAction;
import io.countersign.decision.eligibility.DecisionRequest;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.persistence.ReviewPreferenceRepository;
import io.countersign.decision.reason.LastReason;
import io.countersign.decision.reason.ReasonTemplates;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.policy.Verdict;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Assembles the form that decides an invitation. */
@Component
class DecisionPanelAssembler {

    private final EligibilityChecker eligibility;
    private final DecisionRepository decisions;
    private final ReasonTemplates templates;
    private final LastReason lastReason;
    private final ReviewPreferenceRepository preferences;

    DecisionPanelAssembler(
            EligibilityChecker eligibility,
            DecisionRepository decisions,
            ReasonTemplates templates,
            LastReason lastReason,
            ReviewPreferenceRepository preferences) {
        this.eligibility = eligibility;
        this.decisions = decisions;
        this.templates = templates;
        this.lastReason = lastReason;
        this.preferences = preferences;
    }

    DecisionPanel assemble(Invitation invitation, String person, ApprovalPanel approval, QueueFilter filter) {
        Verdict verdict = verdict(invitation, person);
        boolean leaves = verdict == Verdict.ACCEPTED_ELSEWHERE;
        String path = "/invitations/" + invitation.id();
        boolean may = (verdict.allowed() || verdict.needsAnother() || leaves) && approval.withdrawHref() == null;
        return new DecisionPanel(
                may,
                leaves,
                verdict.name(),
                Optional.ofNullable(invitation.openDecision())
                        .flatMap(decisions::find)
                        .map(blocking -> DecisionView.of(blocking, filter))
                        .orElse(null),
                InvitationFingerprint.of(invitation.listed()).value(),
                filter.link(path + "/decisions"),
                may ? templates.all() : List.of(),
                filter.link(path + "/drafts"),
                may ? lastReason.of(person, filter.scope()).orElse(null) : null,
                (may || approval.confirms()) && preferences.opensNext(person));
    }

    /** What was accepted elsewhere can still be rejected. */
    private Verdict verdict(Invitation invitation, String person) {
        DecisionRequest request = invitation.acceptedElsewhere()
                ? DecisionRequest.of(InvitationAction.REJECT, person, InvitationFingerprint.of(invitation.listed()))
                : DecisionRequest.undecided(person);
        return eligibility.check(invitation, request);
    }
}
