package io.countersign.decision.eligibility;

import io.countersign.decision.DecideCommand;
import io.countersign.identity.RecentAuthentication;
import io.countersign.invitation.Invitation;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Representation;
import io.countersign.policy.Verdict;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges whether a user may decide an invitation now, without a read of AWS and without storing anything. */
@Component
public class EligibilityChecker {

    private final DecisionFactsLoader facts;
    private final RecentAuthentication signIn;

    EligibilityChecker(DecisionFactsLoader facts, RecentAuthentication signIn) {
        this.facts = facts;
        this.signIn = signIn;
    }

    public Verdict check(Invitation invitation, DecisionRequest request) {
        return DecisionRule.judge(facts.current(invitation, request));
    }

    /** Returns the delegations because of which the user cannot confirm the proposal of another user. */
    public List<Representation> conflicts(Invitation invitation, DecisionRequest request) {
        return facts.current(invitation, request).approval().conflicts();
    }

    /** Also requires reauthentication for proposals, confirmations and break-glass accepts, and recent groups of a provider. */
    public Verdict check(Invitation invitation, DecideCommand command) {
        if (signIn.outdated() || command.exceedsOneUser() && !signIn.fresh()) {
            return Verdict.NOT_FRESH;
        }
        Verdict verdict = check(invitation, DecisionRequest.of(command));
        boolean proposal = verdict.needsAnother() && command.mayBecomeProposal();
        return proposal && !signIn.fresh() ? Verdict.NOT_FRESH : verdict;
    }
}
