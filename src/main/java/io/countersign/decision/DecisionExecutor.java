package io.countersign.decision;

import io.countersign.connection.Failure;
import io.countersign.connection.SentAs;
import io.countersign.connection.ShareInvitations;
import io.countersign.connection.UpdateOutcome;
import io.countersign.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a decision whose intent is committed, once, and has the answer stored. */
@Component
class DecisionExecutor {

    /** Longer than any call to AWS may take, so that another replica's call under way is left alone. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A process that stood still for longer than this must not go on as if nothing had happened: AWS may have been read meanwhile. */
    static final Duration LATEST = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(DecisionExecutor.class);

    private final ShareInvitations shareInvitations;
    private final OutcomeRecorder outcomes;
    private final InstantSource clock;

    DecisionExecutor(ShareInvitations shareInvitations, OutcomeRecorder outcomes, InstantSource clock) {
        this.shareInvitations = shareInvitations;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** @param decision just moved to SENDING by this thread, and by no other */
    void send(Decision decision) {
        UpdateOutcome outcome = late(decision) ? tooLate() : call(decision);
        try {
            outcomes.store(decision, outcome);
        } catch (RuntimeException e) {
            // it stays SENDING, and AWS is read for it after a while
            log.error("decision {} was sent, and its answer could not be stored: {}", decision.id(), outcome, e);
        }
    }

    private UpdateOutcome call(Decision decision) {
        UpdateOutcome outcome = shareInvitations.update(
                decision.source(),
                decision.reviewed().id(),
                decision.action(),
                new SentAs(decision.person(), decision.id()));
        return outcome instanceof UpdateOutcome.Updated updated
                        && !updated.invitation().isAbout(decision.reviewed())
                ? ofAnother(updated)
                : outcome;
    }

    /** Of what took effect there, only a read of AWS can tell. */
    private static UpdateOutcome ofAnother(UpdateOutcome.Updated answer) {
        return new UpdateOutcome.Unclear(
                new Failure(Failure.Kind.BAD_ANSWER, "an answer about another resource", null, answer.requestId()));
    }

    private boolean late(Decision decision) {
        Instant sentAt = decision.lifecycle().sentAt();
        return sentAt == null || clock.instant().isAfter(sentAt.plus(LATEST));
    }

    private static UpdateOutcome tooLate() {
        return new UpdateOutcome.Refused(stopped(Verdict.LATE));
    }

    /** Why a decision was not sent although its intent was stored; the code is the verdict's name. */
    static Failure stopped(Verdict why) {
        return new Failure(Failure.Kind.STOPPED, "Nothing was sent.", why.name(), null);
    }
}
