package io.countersign.decision.execution;

import io.countersign.connection.InvitationAction;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.eligibility.DecisionRequest;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.policy.Verdict;
import java.util.Objects;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** The operations of a bulk decision. Each of its decisions has the same guarantees as a single one. */
@NamedInterface("bulk")
@Service
public class BulkDecisionService {

    private final EligibilityChecker eligibility;
    private final DecisionService decisionService;
    private final DecisionRepository decisions;
    private final WithdrawalService withdrawals;

    BulkDecisionService(
            EligibilityChecker eligibility,
            DecisionService decisionService,
            DecisionRepository decisions,
            WithdrawalService withdrawals) {
        this.eligibility = eligibility;
        this.decisionService = decisionService;
        this.decisions = decisions;
        this.withdrawals = withdrawals;
    }

    /** Judges whether a user could decide so now, without a read of AWS and without storing anything. */
    public Verdict judge(
            Invitation invitation, InvitationAction invitationAction, String person, InvitationFingerprint shown) {
        return eligibility.check(invitation, DecisionRequest.of(invitationAction, person, shown));
    }

    /**
     * Decides, unless the batch has already done so: it may have been interrupted before it stored its progress.
     *
     * @return empty if this batch has already decided the invitation
     */
    public Optional<DecisionResult> decide(DecideCommand command) {
        long batch = Objects.requireNonNull(command.batch());
        if (decisions.has(batch, command.invitation())) {
            return Optional.empty();
        }
        DecisionResult result = decisionService.decide(command);
        boolean decidedMeanwhile =
                result instanceof DecisionResult.Refused && decisions.has(batch, command.invitation());
        return decidedMeanwhile ? Optional.empty() : Optional.of(result);
    }

    /** Withdraws the decisions of the batch that are still held. */
    public void withdraw(long batch, String by) {
        decisions.heldOf(batch).forEach(decision -> withdrawals.withdraw(decision, by));
    }
}
