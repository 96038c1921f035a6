package io.countersign.policy;

import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.Permission;
import io.countersign.invitation.GoneCause;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationState;
import io.countersign.invitation.RemovalConfidence;
import io.countersign.invitation.RemovalReason;
import io.countersign.team.Claim;
import io.countersign.team.ReviewerContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionRuleTests {

    private static final Instant T0 = Instant.parse("2026-11-20T14:00:00Z");

    private static final ReviewerContext OPEN =
            new ReviewerContext("ann", true, true, false, List.of(), null, null, Set.of());

    private static final ApprovalContext ALONE = new ApprovalContext(
            RequiredApprovals.ONE, null, new Actor("ann", Set.of(), Set.of(), false), false, null, false, false);

    @Test
    void allowsAPendingInvitation() {
        assertThat(judge(invitation(InvitationState.PENDING, null, false))).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void refusesAUserWithoutADecidingRole() {
        Invitation pending = invitation(InvitationState.PENDING, null, false);
        assertThat(DecisionRule.judge(new DecisionFacts(pending, false, true, OPEN, null, null, ALONE)))
                .isEqualTo(Verdict.NOT_A_DECIDER);
    }

    @Test
    void refusesAnInvitationThatIsNotPending() {
        assertThat(judge(invitation(InvitationState.ACCEPTED, null, false))).isEqualTo(Verdict.DECIDED);
        assertThat(judge(invitation(InvitationState.REJECTED, null, false))).isEqualTo(Verdict.DECIDED);
        assertThat(judge(invitation(InvitationState.GONE, null, false))).isEqualTo(Verdict.GONE);
    }

    @Test
    void asksBeforeARejectOfWhatWasAcceptedElsewhereUnlessSomethingElseBlocksIt() {
        assertThat(rejectsAcceptedElsewhere(null, OPEN)).isEqualTo(Verdict.ACCEPTED_ELSEWHERE);
        assertThat(rejectsAcceptedElsewhere(5L, OPEN)).isEqualTo(Verdict.BEING_SENT);
        Claim claim = new Claim("ben", "ben", T0, T0.plusSeconds(1800));
        assertThat(rejectsAcceptedElsewhere(
                        null, new ReviewerContext("ann", true, true, false, List.of(), claim, null, Set.of())))
                .isEqualTo(Verdict.CLAIMED);
    }

    private static Verdict rejectsAcceptedElsewhere(@Nullable Long open, ReviewerContext reviewer) {
        RemovalReason removal = new RemovalReason(GoneCause.ACCEPTED_ELSEWHERE, RemovalConfidence.CERTAIN, "seen");
        Invitation gone = new Invitation(
                workload(1, "w"), RETAIL, InvitationState.GONE, T0, null, T0, open, false, false, null, removal);
        ApprovalContext reject = new ApprovalContext(
                RequiredApprovals.ONE,
                InvitationAction.REJECT,
                new Actor("ann", Set.of(), Set.of(), false),
                false,
                null,
                false,
                false);
        return DecisionRule.judge(new DecisionFacts(gone, true, true, reviewer, null, null, reject));
    }

    @Test
    void refusesWhileADecisionIsBeingSent() {
        assertThat(judge(invitation(InvitationState.PENDING, 5L, false))).isEqualTo(Verdict.BEING_SENT);
    }

    @Test
    void refusesASourceThatIsNotConnected() {
        Invitation pending = invitation(InvitationState.PENDING, null, false);
        assertThat(DecisionRule.judge(new DecisionFacts(pending, true, false, OPEN, null, null, ALONE)))
                .isEqualTo(Verdict.NOT_CONNECTED);
    }

    @Test
    void refusesAfterAnUnclearSendUntilAPollListsTheInvitation() {
        Invitation unclear = invitation(InvitationState.PENDING, 5L, true);
        assertThat(judge(unclear, T0)).isEqualTo(Verdict.UNCLEAR);
        assertThat(judge(unclear, T0.minus(DecisionRule.STRAGGLER))).isEqualTo(Verdict.UNCLEAR);
        assertThat(judge(unclear, T0.minus(DecisionRule.STRAGGLER).minusMillis(1)))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(judge(unclear, null)).isEqualTo(Verdict.UNCLEAR);
    }

    @Test
    void refusesWhileADecisionIsHeld() {
        assertThat(judge(held(5L))).isEqualTo(Verdict.HELD);
    }

    @Test
    void refusesAChangedInvitation() {
        Invitation pending = invitation(InvitationState.PENDING, null, false);
        InvitationFingerprint other = InvitationFingerprint.of(workload(1, "w", Permission.CONTRIBUTOR));
        assertThat(DecisionRule.judge(new DecisionFacts(pending, true, true, OPEN, null, other, ALONE)))
                .isEqualTo(Verdict.CHANGED);
        assertThat(DecisionRule.judge(new DecisionFacts(
                        pending, true, true, OPEN, null, InvitationFingerprint.of(pending.listed()), ALONE)))
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void judgesAHeldDecisionByTheFactsAtItsEnd() {
        InvitationFingerprint same = InvitationFingerprint.of(held(5L).listed());
        InvitationFingerprint other = InvitationFingerprint.of(workload(2, "w"));
        Instant last = held(5L).expiresBy();
        assertThat(judgeHeld(held(5L), true, true, same, T0)).isEqualTo(Verdict.ALLOWED);
        assertThat(judgeHeld(held(5L), false, true, same, T0)).isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(judgeHeld(held(5L), true, false, same, T0)).isEqualTo(Verdict.NOT_CONNECTED);
        assertThat(judgeHeld(held(5L), true, true, other, T0)).isEqualTo(Verdict.CHANGED);
        assertThat(judgeHeld(held(6L), true, true, same, T0)).isEqualTo(Verdict.DECIDED);
        assertThat(judgeHeld(invitation(InvitationState.GONE, 5L, false), true, true, same, T0))
                .isEqualTo(Verdict.GONE);
        assertThat(judgeHeld(held(5L), true, true, same, last)).isEqualTo(Verdict.OVER);
        assertThat(judgeHeld(held(5L), true, true, same, last.minusMillis(1))).isEqualTo(Verdict.ALLOWED);
    }

    private static Verdict judgeHeld(
            Invitation invitation, boolean decider, boolean connected, InvitationFingerprint shown, Instant now) {
        return DecisionRule.judgeHeld(
                new DecisionFacts(invitation, decider, connected, OPEN, null, shown, ALONE), 5, now);
    }

    private static Invitation held(long decision) {
        return new Invitation(
                workload(1, "w"),
                RETAIL,
                InvitationState.PENDING,
                T0.minusSeconds(600),
                null,
                T0,
                decision,
                false,
                true,
                null,
                null);
    }

    @Test
    void refusesAnInvitationOfAnotherTeamInEveryState() {
        ReviewerContext foreign =
                new ReviewerContext("ann", true, false, false, List.of("Retail"), null, null, Set.of());
        for (InvitationState state : InvitationState.values()) {
            Invitation invitation = invitation(state, null, false);
            assertThat(DecisionRule.judge(new DecisionFacts(invitation, true, true, foreign, null, null, ALONE)))
                    .isEqualTo(Verdict.NOT_YOURS);
        }
    }

    @Test
    void refusesAClaimedInvitationExceptToALead() {
        assertThat(claimedBy("ben", false)).isEqualTo(Verdict.CLAIMED);
        assertThat(claimedBy("ben", true)).isEqualTo(Verdict.ALLOWED);
        assertThat(claimedBy("ann", false)).isEqualTo(Verdict.ALLOWED);
    }

    private static Verdict claimedBy(String holder, boolean leads) {
        Claim claim = new Claim(holder, holder, T0, T0.plusSeconds(1800));
        ReviewerContext context = new ReviewerContext("ann", true, true, leads, List.of(), claim, null, Set.of());
        Invitation pending = invitation(InvitationState.PENDING, null, false);
        return DecisionRule.judge(new DecisionFacts(pending, true, true, context, null, null, ALONE));
    }

    private static Verdict judge(Invitation invitation) {
        return judge(invitation, null);
    }

    private static Verdict judge(Invitation invitation, @Nullable Instant unclearSince) {
        return DecisionRule.judge(new DecisionFacts(invitation, true, true, OPEN, unclearSince, null, ALONE));
    }

    /** Creates an invitation that was last seen at T0. */
    private static Invitation invitation(InvitationState state, @Nullable Long open, boolean unclear) {
        return new Invitation(
                workload(1, "w"), RETAIL, state, T0.minusSeconds(600), null, T0, open, unclear, false, null, null);
    }
}
