package io.countersign.decision.execution;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.api.SharedResources;
import io.countersign.decision.Decision;
import io.countersign.decision.EffectObservation;
import io.countersign.decision.persistence.StateTransition;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationRepository;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.ReconcileFacts;
import io.countersign.policy.ReconcileRule;
import io.countersign.policy.ReconcileVerdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads AWS to settle an unclear decision. It sends nothing. */
@Component
class DecisionReconciler {

    private final FreshListing freshListing;
    private final SharedResources sharedResources;
    private final InvitationRepository invitationRepository;
    private final OutcomeRecorder outcomes;
    private final InstantSource clock;

    DecisionReconciler(
            FreshListing freshListing,
            SharedResources sharedResources,
            InvitationRepository invitationRepository,
            OutcomeRecorder outcomes,
            InstantSource clock) {
        this.freshListing = freshListing;
        this.sharedResources = sharedResources;
        this.invitationRepository = invitationRepository;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    void settle(Decision unclear) {
        Invitation invitation =
                invitationRepository.find(unclear.reviewed().id()).orElseThrow();
        FreshListing.Result listing = freshListing.of(invitation);
        ResourceVisibility shown = sharedResources.find(unclear.source(), unclear.reviewed());
        ReconcileVerdict verdict = ReconcileRule.judge(facts(unclear, invitation, listing, shown));
        EffectObservation observation = new EffectObservation(
                verdict.effect(), ObservationText.text(listing, invitation.id(), shown), listing.began());
        switch (verdict.conclusion()) {
            case CONFIRMED -> outcomes.settleUnclear(unclear, StateTransition.FIND, observation);
            case FAILED -> outcomes.settleUnclear(unclear, StateTransition.MISS, observation);
            case OPEN -> outcomes.storeObservation(unclear, observation, next(unclear));
        }
    }

    private static ReconcileFacts facts(
            Decision unclear, Invitation invitation, FreshListing.Result listing, ResourceVisibility shown) {
        return new ReconcileFacts(
                unclear.action(),
                unclear.reviewed(),
                answered(unclear.failure()),
                Objects.requireNonNull(unclear.answeredAt()),
                // what was accepted does not expire
                unclear.leaving() ? Instant.MAX : invitation.expiresBy(),
                listing.began(),
                listing.seen(),
                shown);
    }

    private static boolean answered(@Nullable AwsFailure awsFailure) {
        return awsFailure != null
                && (awsFailure.kind() == AwsFailure.Kind.CONFLICT || awsFailure.kind() == AwsFailure.Kind.NOT_FOUND);
    }

    /** The time of the next read; not later than the first moment at which a read can prove that it had no effect. */
    private @Nullable Instant next(Decision unclear) {
        Instant now = clock.instant();
        Instant conclusive = Objects.requireNonNull(unclear.answeredAt())
                .plus(DecisionRule.STRAGGLER)
                .plusMillis(1);
        Optional<Instant> next =
                ReadBackBackoff.RECONCILE.after(unclear.lifecycle().tries(), now);
        return now.isBefore(conclusive)
                ? next.filter(at -> at.isBefore(conclusive)).orElse(conclusive)
                : next.orElse(null);
    }
}
