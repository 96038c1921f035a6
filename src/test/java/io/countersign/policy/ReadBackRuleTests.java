package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceType;
import io.countersign.connection.ResourceVisibility;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadBackRuleTests {

    private static final InvitationId ID = new InvitationId("1".repeat(32));
    private static final Instant T0 = Instant.parse("2026-11-22T14:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "BY_THIS, IN_EFFECT, CONTRARY",
        "UNNAMED, OTHERWISE, OTHERWISE",
        "NOT_VISIBLE, CONTRARY, IN_EFFECT",
        "UNCLEAR, UNREAD, UNREAD"
    })
    void judgesByTheVisibleResource(String shown, Effect accepted, Effect rejected) {
        assertThat(ReadBackRule.judge(InvitationAction.ACCEPT, decided("111122223333"), visibility(shown)))
                .isEqualTo(accepted);
        assertThat(ReadBackRule.judge(InvitationAction.REJECT, decided("111122223333"), visibility(shown)))
                .isEqualTo(rejected);
    }

    @Test
    void concludesNothingFromAbsenceIfSharedWithOneUser() {
        ListedInvitation forAnn = decided("arn:aws:iam::111122223333:user/ann");
        for (InvitationAction invitationAction : InvitationAction.values()) {
            assertThat(ReadBackRule.judge(invitationAction, forAnn, new ResourceVisibility.NotVisible()))
                    .isEqualTo(Effect.UNREAD);
        }
    }

    @Test
    void leavesTimeToSendBeforeTheExpiry() {
        Instant end = T0.plus(Duration.ofDays(1));
        Duration hold = Duration.ofSeconds(10);
        assertThat(HoldRule.until(T0, hold, end)).contains(T0.plus(hold));
        assertThat(HoldRule.until(T0, Duration.ZERO, end)).isEmpty();
        Instant late = end.minus(HoldRule.MARGIN).minusSeconds(3);
        assertThat(HoldRule.until(late, hold, end)).contains(late.plusSeconds(3));
        assertThat(HoldRule.until(end.minus(HoldRule.MARGIN), hold, end)).isEmpty();
        assertThat(HoldRule.until(end.plusSeconds(1), hold, end)).isEmpty();
    }

    private static ListedInvitation decided(String sharedWith) {
        return new ListedInvitation(ID, ResourceType.WORKLOAD, "555566667777", sharedWith, null, "ledger", "w");
    }

    private static ResourceVisibility visibility(String shown) {
        return switch (shown) {
            case "BY_THIS" -> new ResourceVisibility.Visible("GetWorkload", "555566667777", ID.value());
            case "UNNAMED" -> new ResourceVisibility.Visible("ListWorkloads", "555566667777", null);
            case "NOT_VISIBLE" -> new ResourceVisibility.NotVisible();
            default ->
                new ResourceVisibility.Unclear(new AwsFailure(AwsFailure.Kind.THROTTLED, "slow down", null, null));
        };
    }
}
