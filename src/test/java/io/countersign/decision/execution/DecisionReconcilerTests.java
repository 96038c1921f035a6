package io.countersign.decision.execution;

import static io.countersign.decision.execution.DecisionFixture.LEDGER;
import static io.countersign.decision.execution.DecisionFixture.refusal;
import static io.countersign.decision.execution.DecisionFixture.unclear;
import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.UpdateOutcome;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionEffectObserved;
import io.countersign.decision.DecisionState;
import io.countersign.decision.EffectObservation;
import io.countersign.decision.web.DecisionMessages;
import io.countersign.invitation.InvitationState;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Effect;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a decision after it went out: AWS is read, and nothing is ever sent again. */
class DecisionReconcilerTests {

    private DecisionFixture desk;

    @BeforeEach
    void open() {
        desk = DecisionFixture.start();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anAcceptThatLandedIsConfirmedAsSoonAsItIsSeen() {
        Decision unclear = decide(InvitationAction.ACCEPT, unclear(AwsFailure.Kind.CONNECTION_LOST));
        desk.lists();
        desk.shows(id(1).value());

        Decision found = desk.work(unclear);

        assertThat(found.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(found.lifecycle().observation())
                .extracting(EffectObservation::effect)
                .isEqualTo(Effect.IN_EFFECT);
        assertThat(found.lifecycle().observation().text()).contains("GetWorkload", "through this invitation");
        assertThat(found.failure()).as("why it was unclear is kept").isNotNull();
        assertThat(found.lifecycle().nextAt()).isNull();
        assertThat(desk.invitation().state()).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    void whatStillWaitsLongEnoughAfterwardsHadNoEffectAndCanBeDecidedAgain() {
        Decision unclear = decide(InvitationAction.ACCEPT, unclear(AwsFailure.Kind.TIMEOUT));

        Decision settled = workOn(unclear);

        assertThat(settled.state()).isEqualTo(DecisionState.FAILED);
        assertThat(settled.lifecycle().observation().effect()).isEqualTo(Effect.PENDING);
        assertThat(settled.lifecycle().observation().at())
                .isAfter(unclear.answeredAt().plus(DecisionRule.STRAGGLER));
        assertThat(desk.aws.updated()).hasSize(1);
        desk.aws.answers(any -> refusal(AwsFailure.Kind.ACCESS_DENIED));
        assertThat(desk.made(desk.decide("lead", InvitationAction.ACCEPT)).state())
                .isEqualTo(DecisionState.FAILED);
    }

    @Test
    void aRejectThatLandedIsConfirmedByWhatIsNoLongerThere() {
        Decision unclear = decide(InvitationAction.REJECT, unclear(AwsFailure.Kind.BAD_ANSWER));
        desk.lists();

        assertThat(workOn(unclear).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(desk.invitation().state()).isEqualTo(InvitationState.REJECTED);
    }

    @Test
    void aConflictIsNoProofEitherWay() {
        for (AwsFailure.Kind kind : new AwsFailure.Kind[] {AwsFailure.Kind.CONFLICT, AwsFailure.Kind.NOT_FOUND}) {
            Decision answered = decide(InvitationAction.ACCEPT, refusal(kind));
            assertThat(answered.state()).isEqualTo(DecisionState.UNKNOWN);
            assertThat(workOn(answered).state()).as("it still waits").isEqualTo(DecisionState.FAILED);
            desk.pass(Duration.ofMinutes(2));
        }
        Decision answered = decide(InvitationAction.ACCEPT, refusal(AwsFailure.Kind.CONFLICT));
        desk.lists();
        assertThat(workOn(answered).lifecycle().observation().effect()).isEqualTo(Effect.ABSENT);
        assertThat(desk.find(answered.id()).state()).isEqualTo(DecisionState.FAILED);
    }

    @Test
    void whatAwsDoesNotTellStaysUnclearAndIsAskedOfAPerson() {
        Decision unclear = decide(InvitationAction.ACCEPT, unclear(AwsFailure.Kind.TIMEOUT));
        desk.lists();

        Decision last = workOn(unclear);

        assertThat(last.state()).isEqualTo(DecisionState.UNKNOWN);
        assertThat(last.lifecycle().observation().effect()).isEqualTo(Effect.ABSENT);
        assertThat(DecisionMessages.of(last).whatNext()).isEqualTo("UNKNOWN.ASK");
        assertThat(Duration.between(unclear.answeredAt(), desk.now))
                .isBetween(Duration.ofHours(6), Duration.ofHours(12));
        assertThat(desk.events).filteredOn(DecisionEffectObserved.class::isInstance).hasSizeBetween(1, 3);
        assertThat(desk.aws.updated()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsTriedAgainEverMoreSlowly() {
        Decision unclear = decide(InvitationAction.ACCEPT, unclear(AwsFailure.Kind.TIMEOUT));
        desk.listFails();
        Instant before = desk.now;
        Duration pause = Duration.ZERO;
        for (int i = 0; i < 10; i++) {
            unclear = desk.work(unclear);
            assertThat(unclear.state()).isEqualTo(DecisionState.UNKNOWN);
            pause = Duration.between(before, unclear.lifecycle().nextAt());
            before = desk.now;
        }
        assertThat(pause).isGreaterThan(Duration.ofMinutes(8));
        desk.lists(LEDGER);
        assertThat(desk.work(unclear).state()).isEqualTo(DecisionState.FAILED);
    }

    @Test
    void aProcessThatDiedBetweenIntentAndOutcomeLeavesWhatIsFoundOutByReading() {
        desk.aws.answers(any -> {
            throw new IllegalStateException("the process is killed here");
        });
        assertThatThrownBy(() -> desk.decide("reviewer", InvitationAction.ACCEPT))
                .hasMessageContaining("killed");
        Decision sending = desk.latest();
        assertThat(sending.state()).isEqualTo(DecisionState.SENDING);

        desk.pass(DecisionState.SEND_TIMEOUT.minusMillis(1));
        desk.bean(DecisionJobHandler.class).run(sending.id());
        assertThat(desk.latest().state()).as("a call may still be under way").isEqualTo(DecisionState.SENDING);
        assertThat(desk.work(sending).state()).isEqualTo(DecisionState.UNKNOWN);
        assertThat(desk.invitation().unclear()).isTrue();
        assertThat(workOn(sending).state()).isEqualTo(DecisionState.FAILED);
    }

    @Test
    void aReplicaWhoseClockIsAheadGivesUpEarlyAndTheAnswerStillCounts() {
        desk.aws.answers(any -> {
            Instant real = desk.now;
            desk.work(desk.latest());
            desk.now = real;
            return DecisionFixture.confirmed(any);
        });

        assertThat(decideNow(InvitationAction.ACCEPT).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(desk.invitation().state()).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    void aConfirmedEffectIsReadBack() {
        Decision confirmed = decide(InvitationAction.ACCEPT, DecisionFixture.confirmed(id(1)));
        desk.shows(id(1).value());

        Decision seen = desk.work(confirmed);

        assertThat(seen.lifecycle().observation().effect()).isEqualTo(Effect.IN_EFFECT);
        assertThat(seen.lifecycle().nextAt()).isNull();
        assertThat(DecisionMessages.of(seen)).isEqualTo(new DecisionMessages("CONFIRMED.ACCEPT.IN_EFFECT", "ok", null));
        assertThat(desk.events).last().isInstanceOf(DecisionEffectObserved.class);
    }

    @Test
    void anEffectThatIsNotSeenIsLookedForAgainAndThenShouted() {
        Decision confirmed = decide(InvitationAction.ACCEPT, DecisionFixture.confirmed(id(1)));
        assertThat(DecisionMessages.of(desk.work(confirmed)).tone())
                .as("it may need a moment")
                .isEqualTo("ok");

        Decision seen = workOn(confirmed);

        assertThat(seen.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(seen.lifecycle().observation().effect()).isEqualTo(Effect.CONTRARY);
        assertThat(DecisionMessages.of(seen).tone()).isEqualTo("no");
        assertThat(Duration.between(confirmed.answeredAt(), desk.now)).isLessThan(Duration.ofMinutes(6));
        assertThat(desk.events).last().isInstanceOf(DecisionEffectObserved.class);
    }

    @Test
    void aRejectedInvitationIsNotVisible() {
        Decision rejected = decide(InvitationAction.REJECT, DecisionFixture.confirmed(id(1)));
        assertThat(desk.work(rejected).lifecycle().observation().effect()).isEqualTo(Effect.IN_EFFECT);
    }

    @Test
    void whatAwsShowsWithoutSayingByWhichInvitationIsSaidSo() {
        Decision confirmed = decide(InvitationAction.ACCEPT, DecisionFixture.confirmed(id(1)));
        desk.shared.shows(id(1), new ResourceVisibility.Visible("ListWorkloads", null, null));

        assertThat(workOn(confirmed).lifecycle().observation().effect()).isEqualTo(Effect.OTHERWISE);
    }

    private Decision decide(InvitationAction invitationAction, UpdateOutcome answer) {
        desk.aws.answers(any -> answer);
        return decideNow(invitationAction);
    }

    private Decision decideNow(InvitationAction invitationAction) {
        return desk.made(desk.decide("reviewer", invitationAction));
    }

    /** Until nothing is left to do. */
    private Decision workOn(Decision decision) {
        Decision now = desk.find(decision.id());
        while (now.lifecycle().nextAt() != null) {
            now = desk.work(now);
        }
        return now;
    }
}
