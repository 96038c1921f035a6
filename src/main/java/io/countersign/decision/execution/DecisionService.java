package io.countersign.decision.execution;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationId;
import io.countersign.decision.DecideCommand;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.DecisionState;
import io.countersign.decision.eligibility.EligibilityChecker;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.decision.proposal.ProposalService;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.policy.Verdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Makes a decision in five steps: eligibility, fresh listing, intent, send, outcome. The intent is committed before AWS
 * is called, and the outcome afterwards. Where a second approval is required, the accept becomes a proposal and is not
 * sent.
 */
@Service
public class DecisionService {

    private static final Set<Verdict> BLOCKED_BY_DECISION =
            EnumSet.of(Verdict.DECIDED, Verdict.HELD, Verdict.BEING_SENT, Verdict.UNCLEAR);

    /** The user can act on these and try again, so they are no refusals in the audit log. */
    private static final Set<Verdict> NOT_AUDITED = EnumSet.of(Verdict.NOT_FRESH, Verdict.PROPOSED);

    private final InvitationRepository invitationRepository;
    private final EligibilityChecker eligibility;
    private final ProposalService proposals;
    private final ListingCheck listingCheck;
    private final DecisionIntentService intents;
    private final DecisionExecutor executor;
    private final DecisionRepository decisions;

    DecisionService(
            InvitationRepository invitationRepository,
            EligibilityChecker eligibility,
            ProposalService proposals,
            ListingCheck listingCheck,
            DecisionIntentService intents,
            DecisionExecutor executor,
            DecisionRepository decisions) {
        this.invitationRepository = invitationRepository;
        this.eligibility = eligibility;
        this.proposals = proposals;
        this.listingCheck = listingCheck;
        this.intents = intents;
        this.executor = executor;
        this.decisions = decisions;
    }

    public DecisionResult decide(DecideCommand command) {
        Invitation invitation = invitationRepository.find(command.invitation()).orElseThrow();
        Verdict verdict = eligibility.check(invitation, command);
        if (verdict.needsAnother() && command.mayBecomeProposal()) {
            ProposalService.Outcome outcome = proposals.propose(command);
            if (outcome.proposal() != null) {
                return new DecisionResult.Proposed(outcome.proposal().id());
            }
            verdict = outcome.verdict();
        }
        return verdict.allowed() ? decideEligible(command, invitation) : refuse(command, verdict, null);
    }

    private DecisionResult decideEligible(DecideCommand command, Invitation invitation) {
        ListingCheck.Result listing = listingCheck.check(invitation, command.action(), command.leaving());
        listingCheck.conclude(invitation, listing);
        return listing.verdict().allowed()
                ? storeIntentAndSend(command, listing.began())
                : refuse(command, decidedMeanwhile(command).orElse(listing.verdict()), listing.failure());
    }

    /**
     * AWS no longer lists an invitation that a colleague has just decided. Their intent is committed before their call,
     * so that it is visible here.
     */
    private Optional<Verdict> decidedMeanwhile(DecideCommand command) {
        Invitation now = invitationRepository.find(command.invitation()).orElseThrow();
        return Optional.of(eligibility.check(now, command)).filter(BLOCKED_BY_DECISION::contains);
    }

    private DecisionResult storeIntentAndSend(DecideCommand command, Instant listedAt) {
        DecisionIntentService.Outcome intent = storeIntent(command, listedAt);
        Decision decision = intent.decision();
        if (decision == null) {
            return refused(command, intent.verdict(), null);
        }
        if (decision.state() == DecisionState.SENDING) {
            executor.sendAndStoreOutcome(decision);
        }
        return new DecisionResult.Made(decision.id());
    }

    private DecisionIntentService.Outcome storeIntent(DecideCommand command, Instant listedAt) {
        while (true) {
            try {
                return intents.intend(command, listedAt);
            } catch (DecisionIntentWriter.OvertakenException overtaken) {
                // The next attempt finds the decision of the other user, and refuses this one.
            }
        }
    }

    private DecisionResult refuse(DecideCommand command, Verdict verdict, @Nullable AwsFailure awsFailure) {
        if (!NOT_AUDITED.contains(verdict)) {
            intents.refuse(command, verdict);
        }
        return refused(command, verdict, awsFailure);
    }

    private DecisionResult refused(DecideCommand command, Verdict verdict, @Nullable AwsFailure awsFailure) {
        return new DecisionResult.Refused(verdict, blockingDecision(command.invitation(), verdict), awsFailure);
    }

    private @Nullable Decision blockingDecision(InvitationId invitation, Verdict verdict) {
        return BLOCKED_BY_DECISION.contains(verdict)
                ? decisions.of(invitation).stream().findFirst().orElse(null)
                : null;
    }
}
