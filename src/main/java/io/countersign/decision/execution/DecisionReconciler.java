package io.countersign.decision.execution;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.SharedResources;
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

/** Reads AWS to find out what became of an unclear decision. It sends nothing. */
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
        FreshListing.Result look = freshListing.of(invitation);
        ResourceVisibility shown = sharedResources.find(unclear.source(), unclear.reviewed());
        ReconcileVerdict verdict = ReconcileRule.judge(facts(unclear, invitation, look, shown));
        EffectObservation observation = new EffectObservation(
                verdict.effect(), ObservationText.text(look, invitation.id(), shown), look.began());
        switch (verdict.conclusion()) {
            case CONFIRMED -> outcomes.found(unclear, StateTransition.FIND, observation);
            case FAILED -> outcomes.found(unclear, StateTransition.MISS, observation);
            case OPEN -> outcomes.saw(unclear, observation, next(unclear));
        }
    }

    private static ReconcileFacts facts(
            Decision unclear, Invitation invitation, FreshListing.Result look, ResourceVisibility shown) {
        return new ReconcileFacts(
                unclear.action(),
                unclear.reviewed(),
                answered(unclear.failure()),
                Objects.requireNonNull(unclear.answeredAt()),
                invitation.expiresBy(),
                look.began(),
                look.seen(),
                shown);
    }

    private static boolean answered(@Nullable AwsFailure awsFailure) {
        return awsFailure != null
                && (awsFailure.kind() == AwsFailure.Kind.CONFLICT || awsFailure.kind() == AwsFailure.Kind.NOT_FOUND);
    }

    /** Not later than the first moment at which a read can show that it had no effect. */
    private @Nullable Instant next(Decision unclear) {
        Instant now = clock.instant();
        Instant telling = Objects.requireNonNull(unclear.answeredAt())
                .plus(DecisionRule.STRAGGLER)
                .plusMillis(1);
        Optional<Instant> next =
                ReadBackBackoff.RECONCILE.after(unclear.lifecycle().tries(), now);
        return now.isBefore(telling) ? next.filter(at -> at.isBefore(telling)).orElse(telling) : next.orElse(null);
    }
}
