package io.countersign.decision.web;

import io.countersign.connection.InvitationAction;
import io.countersign.decision.eligibility.DecisionRequest;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.eligibility.StrictestHolds;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.persistence.ReviewRepository;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.policy.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Assembles the form that decides an invitation. */
@Component
class DecisionPanelAssembler {

    private final EligibilityChecker eligibility;
    private final DecisionRepository decisions;
    private final StrictestHolds holds;

    DecisionPanelAssembler(EligibilityChecker eligibility, DecisionRepository decisions, StrictestHolds holds) {
        this.eligibility = eligibility;
        this.decisions = decisions;
        this.holds = holds;
    }

    DecisionPanel assemble(
            Invitation invitation,
            String person,
            ReviewRepository.Facts facts,
            ApprovalPanel approval,
            QueueFilter filter) {
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
                may || approval.confirms() ? holds(invitation) : Map.of(),
                InvitationFingerprint.of(invitation.listed()).value(),
                filter.link(path + "/decisions"),
                may ? facts.templates() : List.of(),
                filter.link(path + "/drafts"),
                may ? facts.lastReason() : null,
                (may || approval.confirms()) && facts.opensNext());
    }

    private Map<String, Duration> holds(Invitation invitation) {
        return Arrays.stream(InvitationAction.values())
                .collect(Collectors.toMap(Enum::name, action -> holds.of(action, false, invitation.listed())));
    }

    /** What was accepted elsewhere can still be rejected. */
    private Verdict verdict(Invitation invitation, String person) {
        DecisionRequest request = invitation.acceptedElsewhere()
                ? DecisionRequest.of(InvitationAction.REJECT, person, InvitationFingerprint.of(invitation.listed()))
                : DecisionRequest.undecided(person);
        return eligibility.check(invitation, request);
    }
}
