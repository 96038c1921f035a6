package io.countersign.decision;

import io.countersign.connection.Failure;
import io.countersign.connection.UpdatedInvitation;
import io.countersign.invitation.QueueFilter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as pages show it.
 *
 * @param members the seven members of AWS's answer, in its order; empty where AWS did not confirm
 * @param banner message key part: the state, and for a confirmed one the action
 * @param tone of the banner: {@code ok}, {@code no}, {@code warn} or {@code info}
 * @param whatNext message key part of what a person does next
 * @param failureKind message key part of why it is not confirmed; null where it is, or still under way
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
        Instant decidedAt,
        String state,
        String banner,
        String tone,
        String whatNext,
        @Nullable Instant answeredAt,
        @Nullable String requestId,
        List<Member> members,
        @Nullable String failureKind,
        @Nullable String failureCode,
        @Nullable String failureMessage) {

    /** @param value as AWS gave it; null where it gave none */
    record Member(String name, @Nullable String value) {}

    static DecisionView of(Decision decision, QueueFilter filter) {
        Failure failure = decision.failure();
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
                decision.decidedAt(),
                decision.state().name(),
                banner(decision),
                tone(decision.state()),
                whatNext(decision.state(), failure),
                decision.answeredAt(),
                decision.requestId(),
                members(decision.returned()),
                failure == null ? null : failure.kind().name(),
                failure == null ? null : failure.code(),
                failure == null ? null : failure.message());
    }

    private static String banner(Decision decision) {
        DecisionState state = decision.state();
        return state == DecisionState.CONFIRMED ? state + "." + decision.action() : state.name();
    }

    private static String tone(DecisionState state) {
        return switch (state) {
            case CONFIRMED -> "ok";
            case FAILED -> "no";
            case UNKNOWN -> "warn";
            case SENDING -> "info";
        };
    }

    private static String whatNext(DecisionState state, @Nullable Failure failure) {
        if (state != DecisionState.FAILED || failure == null) {
            return state.name();
        }
        return switch (failure.kind()) {
            case NOT_FOUND, CONFLICT -> "REFRESH";
            case THROTTLED, AWS_DOWN, UNREACHABLE -> "LATER";
            default -> "FIX";
        };
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
