package io.countersign.decision.web;

import io.countersign.connection.api.CallIdentity;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of AWS to a decision, as pages show it.
 *
 * @param sentAs the identity of the call; null if no call was made
 * @param called whether AWS was called, or may have been
 * @param members the seven members of AWS's answer, in its order; empty if AWS did not confirm
 */
record AwsAnswerView(
        @Nullable Instant at,
        @Nullable String requestId,
        @Nullable CallIdentity sentAs,
        @Nullable Instant sentAt,
        boolean called,
        List<Member> members) {

    static AwsAnswerView of(Decision decision) {
        return new AwsAnswerView(
                decision.answeredAt(),
                decision.requestId(),
                decision.lifecycle().sentAs(),
                decision.lifecycle().sentAt(),
                decision.state() != DecisionState.HELD && !decision.neverSent(),
                members(decision.returned()));
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

    /** @param value the value from AWS; null if AWS gave none */
    record Member(String name, @Nullable String value) {}
}
