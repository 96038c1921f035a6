package io.countersign.decision.web;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.ListedInvitation;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import io.countersign.decision.EffectObservation;
import io.countersign.invitation.queue.QueueFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision as pages show it.
 *
 * @param heldUntil present only while HELD
 * @param withdrawnBy null if the decision was not withdrawn
 * @param failure why it is not confirmed; null if it is confirmed or not settled yet
 * @param effect the effect that the latest read of AWS showed; null before the first read
 */
public record DecisionView(
        long id,
        String href,
        Subject invitation,
        String action,
        String reason,
        Decider decider,
        Status status,
        @Nullable Instant heldUntil,
        @Nullable String withdrawnBy,
        AwsAnswerView answer,
        @Nullable FailureView failure,
        @Nullable EffectView effect) {

    /** The invitation at the time of the decision. */
    record Subject(
            String href,
            String type,
            @Nullable String name,
            String region,
            @Nullable String permission) {

        static Subject of(Decision decision, QueueFilter filter) {
            ListedInvitation listed = decision.reviewed();
            return new Subject(
                    filter.link("/invitations/" + listed.id()),
                    listed.type().value(),
                    listed.resourceName(),
                    decision.source().region().value(),
                    listed.permission() == null ? null : listed.permission().value());
        }
    }

    /**
     * The user who decided, with the approval behind the decision.
     *
     * @param inPlaceOf the delegator whose right was needed; null if the decider's own right was enough
     * @param proposedBy the user whose proposal the decision confirmed; null for none
     * @param breakGlass whether an admin decided without the second approval
     * @param batch the bulk decision that it belongs to; null for none
     */
    record Decider(
            String person,
            @Nullable String inPlaceOf,
            @Nullable String proposedBy,
            boolean breakGlass,
            @Nullable Long batch,
            Instant decidedAt) {

        static Decider of(Decision decision) {
            return new Decider(
                    decision.person(),
                    decision.inPlaceOf(),
                    decision.approval().proposedBy(),
                    decision.approval().breakGlass(),
                    decision.batch(),
                    decision.decidedAt());
        }
    }

    /**
     * The current state, as pages show it.
     *
     * @param version changes whenever the content of the page changes
     * @param live whether the state can still change
     * @param soon whether a change is expected within seconds
     */
    record Status(String state, DecisionMessages messages, String version, boolean live, boolean soon) {

        static Status of(Decision decision) {
            EffectObservation observation = decision.lifecycle().observation();
            boolean live = decision.lifecycle().nextAt() != null;
            return new Status(
                    decision.state().name(),
                    DecisionMessages.of(decision),
                    decision.state() + "-" + (observation == null ? "" : observation.effect()) + "-" + !live,
                    live,
                    live && observation == null);
        }
    }

    /** @param kind message key part */
    record FailureView(
            String kind, @Nullable String code, @Nullable String message) {

        static @Nullable FailureView of(@Nullable AwsFailure awsFailure) {
            return awsFailure == null
                    ? null
                    : new FailureView(awsFailure.kind().name(), awsFailure.code(), awsFailure.message());
        }
    }

    /** @param code message key part */
    record EffectView(String code, String text, Instant at) {

        static @Nullable EffectView of(@Nullable EffectObservation observation) {
            return observation == null
                    ? null
                    : new EffectView(observation.effect().name(), observation.text(), observation.at());
        }
    }

    public static DecisionView of(Decision decision, QueueFilter filter) {
        return new DecisionView(
                decision.id(),
                filter.link("/decisions/" + decision.id()),
                Subject.of(decision, filter),
                decision.action().name(),
                decision.reason(),
                Decider.of(decision),
                Status.of(decision),
                decision.state() == DecisionState.HELD ? decision.lifecycle().heldUntil() : null,
                decision.lifecycle().withdrawnBy(),
                AwsAnswerView.of(decision),
                FailureView.of(decision.failure()),
                EffectView.of(decision.lifecycle().observation()));
    }
}
