package io.countersign.decision;

import io.countersign.connection.Failure;
import io.countersign.connection.SentAs;
import io.countersign.connection.UpdatedInvitation;
import io.countersign.invitation.QueueFilter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as pages show it.
 *
 * @param batch the batch it was made in; null where it was made alone
 * @param members the seven members of AWS's answer, in its order; empty where AWS did not confirm
 * @param says how it came out, in words and colour
 * @param inPlaceOf whom the person stood in for, where that took the other's right; null elsewhere
 * @param heldUntil present only while HELD
 * @param withdrawnBy who took it back; null where nobody did
 * @param called whether AWS was called, or may have been
 * @param failureKind message key part of why it is not confirmed; null where it is, or still under way
 * @param effect message key part of what AWS showed when it was read, with what was seen and when; null before
 * @param version another one whenever the page would look different
 * @param proposedBy who proposed what it confirmed; null where it confirmed nothing
 * @param alone whether an admin decided alone what takes two
 * @param live whether something is still to come of it; soon where that is a matter of seconds
 */
record DecisionView(
        long id,
        String href,
        String invitationId,
        String invitationHref,
        String type,
        @Nullable String name,
        String accountId,
        String region,
        @Nullable String permission,
        String action,
        String reason,
        String person,
        @Nullable Long batch,
        @Nullable String inPlaceOf,
        Instant decidedAt,
        String state,
        DecisionMessages says,
        @Nullable Instant heldUntil,
        @Nullable String withdrawnBy,
        @Nullable Instant answeredAt,
        @Nullable String requestId,
        String sentAs,
        boolean called,
        List<Member> members,
        @Nullable String failureKind,
        @Nullable String failureCode,
        @Nullable String failureMessage,
        @Nullable String effect,
        @Nullable String seen,
        @Nullable Instant seenAt,
        @Nullable Instant nextAt,
        String version,
        boolean live,
        boolean soon,
        @Nullable String proposedBy,
        boolean alone) {

    /** @param value as AWS gave it; null where it gave none */
    record Member(String name, @Nullable String value) {}

    static DecisionView of(Decision decision, QueueFilter filter) {
        Failure failure = decision.failure();
        DecisionLifecycle lifecycle = decision.lifecycle();
        EffectObservation observation = lifecycle.observation();
        String invitation = decision.reviewed().id().value();
        return new DecisionView(
                decision.id(),
                filter.link("/decisions/" + decision.id()),
                invitation,
                filter.link("/invitations/" + invitation),
                decision.reviewed().type().value(),
                decision.reviewed().resourceName(),
                decision.source().account().value(),
                decision.source().region().value(),
                decision.reviewed().permission() == null
                        ? null
                        : decision.reviewed().permission().value(),
                decision.action().name(),
                decision.reason(),
                decision.person(),
                decision.batch(),
                decision.inPlaceOf(),
                decision.decidedAt(),
                decision.state().name(),
                DecisionMessages.of(decision),
                decision.state() == DecisionState.HELD ? lifecycle.heldUntil() : null,
                lifecycle.withdrawnBy(),
                decision.answeredAt(),
                decision.requestId(),
                new SentAs(decision.person(), decision.id()).sessionName(),
                decision.state() != DecisionState.HELD && !decision.neverSent(),
                members(decision.returned()),
                failure == null ? null : failure.kind().name(),
                failure == null ? null : failure.code(),
                failure == null ? null : failure.message(),
                observation == null ? null : observation.effect().name(),
                observation == null ? null : observation.text(),
                observation == null ? null : observation.at(),
                lifecycle.nextAt(),
                decision.state() + "-" + (observation == null ? "" : observation.effect()) + "-"
                        + (lifecycle.nextAt() == null),
                lifecycle.nextAt() != null,
                lifecycle.nextAt() != null && observation == null,
                decision.approval().proposedBy(),
                decision.approval().breakGlass());
    }

    private static List<Member> members(@Nullable UpdatedInvitation returned) {
        return returned == null
                ? List.of()
                : List.of(
                        new Member("ShareInvitationId", returned.shareInvitationId()),
                        new Member("ShareResourceType", returned.shareResourceType()),
                        new Member("WorkloadId", returned.workloadId()),
                        new Member("LensAlias", returned.lensAlias()),
                        new Member("LensArn", returned.lensArn()),
                        new Member("ProfileArn", returned.profileArn()),
                        new Member("TemplateArn", returned.templateArn()));
    }
}
