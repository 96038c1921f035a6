package io.countersign.decision;

import io.countersign.connection.Action;
import io.countersign.connection.Failure;
import io.countersign.connection.UpdateOutcome;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.Invitations;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second half of a decision: what AWS answered, stored with its effect on the invitation. */
@Component
class Outcomes {

    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    private final Decisions decisions;
    private final Invitations invitations;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Outcomes(Decisions decisions, Invitations invitations, ApplicationEventPublisher events, InstantSource clock) {
        this.decisions = decisions;
        this.invitations = invitations;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void store(Decision decision, UpdateOutcome outcome) {
        Instant now = clock.instant();
        if (outcome instanceof UpdateOutcome.Updated updated) {
            if (settle(decision, DecisionState.CONFIRMED, now, updated.requestId(), null)) {
                decisions.keep(decision.id(), updated.invitation());
                invitations.decided(decision.reviewed().id(), decision.id(), stateAfter(decision.action()), now);
                publish(decision);
            }
        } else if (outcome instanceof UpdateOutcome.Refused refused) {
            Failure failure = refused.failure();
            if (settle(decision, DecisionState.FAILED, now, failure.requestId(), failure)) {
                invitations.release(decision.reviewed().id(), decision.id());
                publish(decision);
            }
        } else if (outcome instanceof UpdateOutcome.Unclear unclear) {
            Failure failure = unclear.failure();
            if (settle(decision, DecisionState.UNKNOWN, now, failure.requestId(), failure)) {
                invitations.unclear(decision.reviewed().id(), decision.id(), now);
                publish(decision);
            }
        }
    }

    private boolean settle(
            Decision decision,
            DecisionState state,
            Instant now,
            @Nullable String requestId,
            @Nullable Failure failure) {
        boolean first = decisions.settle(decision.id(), state, now, requestId, failure);
        if (!first) {
            log.warn("decision {} was settled already; the later answer {} changes nothing", decision.id(), state);
        }
        return first;
    }

    private void publish(Decision decision) {
        Decision settled = decisions.find(decision.id()).orElseThrow();
        log.info(
                "decision {}: {} {} by {} is {}",
                settled.id(),
                settled.action(),
                settled.reviewed().id(),
                settled.person(),
                settled.state());
        events.publishEvent(new DecisionSettled(settled));
    }

    private static InvitationState stateAfter(Action action) {
        return action == Action.ACCEPT ? InvitationState.ACCEPTED : InvitationState.REJECTED;
    }
}
