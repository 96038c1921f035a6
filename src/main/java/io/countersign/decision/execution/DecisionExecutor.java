package io.countersign.decision.execution;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.api.DecisionSessionName;
import io.countersign.connection.api.ShareInvitations;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.decision.Decision;
import io.countersign.decision.persistence.DecisionTransitionRepository;
import io.countersign.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a decision exactly once, after its intent is committed, and stores the outcome. */
@Component
class DecisionExecutor {

    /** A process that paused for longer than this must not send: AWS may have been read in the meantime. */
    static final Duration LATEST = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(DecisionExecutor.class);

    private final ShareInvitations shareInvitations;
    private final DecisionTransitionRepository transitions;
    private final OutcomeRecorder outcomes;
    private final InstantSource clock;

    DecisionExecutor(
            ShareInvitations shareInvitations,
            DecisionTransitionRepository transitions,
            OutcomeRecorder outcomes,
            InstantSource clock) {
        this.shareInvitations = shareInvitations;
        this.transitions = transitions;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** @param decision one that this thread, and no other, has just moved to SENDING */
    void sendAndStoreOutcome(Decision decision) {
        UpdateOutcome outcome = late(decision) ? tooLate() : call(decision);
        try {
            outcomes.store(decision, outcome);
        } catch (RuntimeException e) {
            // it stays SENDING until its job gives up and reads AWS
            log.error("decision {} was sent, but its response could not be saved: {}", decision.id(), outcome, e);
        }
    }

    private UpdateOutcome call(Decision decision) {
        UpdateOutcome outcome = shareInvitations.update(
                decision.source(),
                decision.reviewed().id(),
                decision.action(),
                new DecisionSessionName(decision.person(), decision.id()),
                caller -> transitions.storeCaller(decision.id(), caller));
        return outcome instanceof UpdateOutcome.Updated updated
                        && !updated.invitation().isAbout(decision.reviewed())
                ? aboutAnother(updated)
                : outcome;
    }

    /** Only a read of AWS can show what took effect. */
    private static UpdateOutcome aboutAnother(UpdateOutcome.Updated answer) {
        return new UpdateOutcome.Unclear(new AwsFailure(
                AwsFailure.Kind.BAD_ANSWER, "a response about another resource", null, answer.requestId()));
    }

    private boolean late(Decision decision) {
        Instant sentAt = decision.lifecycle().sentAt();
        return sentAt == null || clock.instant().isAfter(sentAt.plus(LATEST));
    }

    private static UpdateOutcome tooLate() {
        return new UpdateOutcome.Refused(stopped(Verdict.LATE));
    }

    /** The reason why a decision was not sent although its intent was stored; the code is the name of the verdict. */
    static AwsFailure stopped(Verdict why) {
        return stopped(why, null);
    }

    /** @param cause the failed call to AWS that prevented the send; null for none */
    static AwsFailure stopped(Verdict why, @Nullable AwsFailure cause) {
        return cause == null
                ? new AwsFailure(AwsFailure.Kind.STOPPED, "Nothing was sent.", why.name(), null)
                : new AwsFailure(AwsFailure.Kind.STOPPED, cause.message(), why.name(), cause.requestId());
    }
}
