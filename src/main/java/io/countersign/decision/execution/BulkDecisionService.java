package io.countersign.decision.execution;

import io.countersign.connection.InvitationAction;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.ReasonTemplate;
import io.countersign.decision.eligibility.DecisionRequest;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.reason.ReasonTemplates;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.policy.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** What a batch may do: each of its decisions is made as a single one is, and keeps every promise of a single one. */
@NamedInterface("bulk")
@Service
public class BulkDecisionService {

    private final EligibilityChecker eligibility;
    private final DecisionService decisionService;
    private final DecisionRepository decisions;
    private final WithdrawalService withdrawals;
    private final ReasonTemplates templates;

    BulkDecisionService(
            EligibilityChecker eligibility,
            DecisionService decisionService,
            DecisionRepository decisions,
            WithdrawalService withdrawals,
            ReasonTemplates templates) {
        this.eligibility = eligibility;
        this.decisionService = decisionService;
        this.decisions = decisions;
        this.withdrawals = withdrawals;
        this.templates = templates;
    }

    /** Whether somebody could decide so now. Nothing is read from AWS, and nothing is stored. */
    public Verdict judge(
            Invitation invitation, InvitationAction invitationAction, String person, InvitationFingerprint shown) {
        return eligibility.check(invitation, DecisionRequest.of(invitationAction, person, shown));
    }

    /**
     * Decides, unless the batch has done so already: it may have been cut off before it could take note.
     *
     * @return empty where it was decided in this batch before
     */
    public Optional<DecisionResult> decide(DecideCommand wish) {
        long batch = Objects.requireNonNull(wish.batch());
        if (decisions.has(batch, wish.invitation())) {
            return Optional.empty();
        }
        DecisionResult attempt = decisionService.decide(wish);
        boolean overtakenByItself =
                attempt instanceof DecisionResult.Refused && decisions.has(batch, wish.invitation());
        return overtakenByItself ? Optional.empty() : Optional.of(attempt);
    }

    /** Takes back what of the batch is still held. */
    public void withdraw(long batch, String by) {
        decisions.heldOf(batch).forEach(decision -> withdrawals.withdraw(decision, by));
    }

    /** The reasons that leads offer. */
    public List<ReasonTemplate> offered() {
        return templates.all();
    }
}
