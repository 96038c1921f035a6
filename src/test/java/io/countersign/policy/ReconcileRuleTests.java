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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the complete decision table for unclear decisions. */
class ReconcileRuleTests {

    private static final Instant SINCE = Instant.parse("2026-11-22T14:00:00Z");
    private static final InvitationId ID = new InvitationId("1".repeat(32));
    private static final Duration LATE = DecisionRule.STRAGGLER.plusMillis(1);

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        // action, list, resource: after a timeout and after AWS said no (404, 409)
        "ACCEPT, LISTED,     NOT_VISIBLE, FAILED PENDING,       FAILED PENDING",
        "ACCEPT, LISTED,     BY_THIS,     OPEN UNREAD,          OPEN UNREAD",
        "ACCEPT, LISTED,     BY_OTHER,    FAILED PENDING,       FAILED PENDING",
        "ACCEPT, LISTED,     UNCLEAR,     FAILED PENDING,       FAILED PENDING",
        "ACCEPT, NOT_LISTED, NOT_VISIBLE, OPEN ABSENT,          FAILED ABSENT",
        "ACCEPT, NOT_LISTED, BY_THIS,     CONFIRMED IN_EFFECT,  CONFIRMED IN_EFFECT",
        "ACCEPT, NOT_LISTED, BY_OTHER,    OPEN OTHERWISE,       OPEN OTHERWISE",
        "ACCEPT, NOT_LISTED, UNNAMED,     OPEN OTHERWISE,       OPEN OTHERWISE",
        "ACCEPT, NOT_LISTED, UNCLEAR,     OPEN UNREAD,          OPEN UNREAD",
        "ACCEPT, UNREAD,     NOT_VISIBLE, OPEN UNREAD,          OPEN UNREAD",
        "ACCEPT, UNREAD,     BY_THIS,     CONFIRMED IN_EFFECT,  CONFIRMED IN_EFFECT",
        "ACCEPT, UNREAD,     UNCLEAR,     OPEN UNREAD,          OPEN UNREAD",
        "REJECT, LISTED,     NOT_VISIBLE, FAILED PENDING,       FAILED PENDING",
        "REJECT, LISTED,     BY_THIS,     OPEN UNREAD,          OPEN UNREAD",
        "REJECT, NOT_LISTED, NOT_VISIBLE, CONFIRMED IN_EFFECT,  FAILED ABSENT",
        "REJECT, NOT_LISTED, BY_THIS,     FAILED CONTRARY,      FAILED CONTRARY",
        "REJECT, NOT_LISTED, BY_OTHER,    OPEN OTHERWISE,       OPEN OTHERWISE",
        "REJECT, NOT_LISTED, UNCLEAR,     OPEN UNREAD,          OPEN UNREAD",
        "REJECT, UNREAD,     BY_THIS,     OPEN UNREAD,          OPEN UNREAD",
        "REJECT, UNREAD,     NOT_VISIBLE, OPEN UNREAD,          OPEN UNREAD"
    })
    void aLateReadSays(
            InvitationAction invitationAction, ListingResult seen, String shown, String afterTimeout, String afterNo) {
        assertThat(judge(invitationAction, seen, shown, false, LATE, "111122223333"))
                .isEqualTo(afterTimeout);
        assertThat(judge(invitationAction, seen, shown, true, LATE, "111122223333"))
                .isEqualTo(afterNo);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "ACCEPT, LISTED,     NOT_VISIBLE, OPEN PENDING",
        "ACCEPT, NOT_LISTED, NOT_VISIBLE, OPEN ABSENT",
        "ACCEPT, NOT_LISTED, BY_THIS,     CONFIRMED IN_EFFECT",
        "REJECT, LISTED,     NOT_VISIBLE, OPEN PENDING",
        "REJECT, NOT_LISTED, NOT_VISIBLE, OPEN IN_EFFECT",
        "REJECT, NOT_LISTED, BY_THIS,     OPEN CONTRARY"
    })
    void aReadThatBeganBeforeTheLastStragglerConcludesOnlyWhatIsSeen(
            InvitationAction invitationAction, ListingResult seen, String shown, String verdict) {
        assertThat(judge(invitationAction, seen, shown, false, DecisionRule.STRAGGLER, "111122223333"))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, OPEN UNREAD", "REJECT, OPEN UNREAD"})
    void concludesNothingFromAbsenceIfSharedWithOneUser(InvitationAction invitationAction, String verdict) {
        String user = "arn:aws:iam::111122223333:user/ann";
        assertThat(judge(invitationAction, ListingResult.NOT_LISTED, "NOT_VISIBLE", false, LATE, user))
                .isEqualTo(verdict);
        assertThat(judge(invitationAction, ListingResult.NOT_LISTED, "NOT_VISIBLE", true, LATE, user))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, OPEN ABSENT", "REJECT, OPEN ABSENT"})
    void concludesNoRejectIfTheInvitationMayHaveExpired(InvitationAction invitationAction, String verdict) {
        assertThat(judge(
                        invitationAction,
                        ListingResult.NOT_LISTED,
                        "NOT_VISIBLE",
                        false,
                        Duration.ofDays(7),
                        "111122223333"))
                .isEqualTo(verdict);
    }

    private static String judge(
            InvitationAction invitationAction,
            ListingResult seen,
            String shown,
            boolean answered,
            Duration after,
            String sharedWith) {
        ListedInvitation decided = new ListedInvitation(
                ID, ResourceType.WORKLOAD, "555566667777", sharedWith, null, "ledger", "2".repeat(32));
        ReconcileVerdict reconciled = ReconcileRule.judge(new ReconcileFacts(
                invitationAction,
                decided,
                answered,
                SINCE,
                SINCE.plus(Duration.ofDays(6)),
                SINCE.plus(after),
                seen,
                visibility(shown)));
        return reconciled.conclusion() + " " + reconciled.effect();
    }

    private static ResourceVisibility visibility(String shown) {
        return switch (shown) {
            case "BY_THIS" -> new ResourceVisibility.Visible("GetWorkload", "555566667777", ID.value());
            case "BY_OTHER" -> new ResourceVisibility.Visible("GetWorkload", "555566667777", "3".repeat(32));
            case "UNNAMED" -> new ResourceVisibility.Visible("ListWorkloads", "555566667777", null);
            case "NOT_VISIBLE" -> new ResourceVisibility.NotVisible();
            default ->
                new ResourceVisibility.Unclear(new AwsFailure(AwsFailure.Kind.THROTTLED, "slow down", null, null));
        };
    }
}
