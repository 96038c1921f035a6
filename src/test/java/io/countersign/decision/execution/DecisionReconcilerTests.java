package io.countersign.decision.execution;

import static io.countersign.decision.execution.DecisionFixture.LEDGER;
import static io.countersign.decision.execution.DecisionFixture.refusal;
import static io.countersign.decision.execution.DecisionFixture.unclear;
import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.decision.Decision;
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

/** Tests that reads of AWS settle a decision after the send, and that nothing is sent again. */
class DecisionReconcilerTests {

    private DecisionFixture fixture;

    @BeforeEach
    void open() {
        fixture = DecisionFixture.start();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void confirmsAnAcceptAsSoonAsItsEffectIsVisible() {
        Decision unclear = decide(InvitationAction.ACCEPT, unclear(AwsFailure.Kind.CONNECTION_LOST));
        fixture.lists();
        fixture.shows(id(1).value());

        Decision found = fixture.work(unclear);

        assertThat(found.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(found.lifecycle().observation())
                .extracting(EffectObservation::effect)
                .isEqualTo(Effect.IN_EFFECT);
        assertThat(found.lifecycle().observation().text()).contains("GetWorkload", "through this invitation");
        assertThat(found.failure()).as("why it was unclear is kept").isNotNull();
        assertThat(found.lifecycle().nextAt()).isNull();
        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    void failsADecisionIfTheInvitationIsStillPendingLater() {
        Decision unclear = decide(InvitationAction.ACCEPT, unclear(AwsFailure.Kind.TIMEOUT));

        Decision settled = runToTheEnd(unclear);

        assertThat(settled.state()).isEqualTo(DecisionState.FAILED);
        assertThat(settled.lifecycle().observation().effect()).isEqualTo(Effect.PENDING);
        assertThat(settled.lifecycle().observation().at())
                .isAfter(unclear.answeredAt().plus(DecisionRule.STRAGGLER));
        assertThat(fixture.aws.updated()).hasSize(1);
        fixture.aws.answers(any -> refusal(AwsFailure.Kind.ACCESS_DENIED));
        assertThat(fixture.made(fixture.decide("lead", InvitationAction.ACCEPT)).state())
                .isEqualTo(DecisionState.FAILED);
    }

    @Test
    void confirmsARejectByTheAbsenceOfTheInvitation() {
        Decision unclear = decide(InvitationAction.REJECT, unclear(AwsFailure.Kind.BAD_ANSWER));
        fixture.lists();

        assertThat(runToTheEnd(unclear).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.REJECTED);
    }

    @Test
    void concludesNothingFromAConflictAlone() {
        for (AwsFailure.Kind kind : new AwsFailure.Kind[] {AwsFailure.Kind.CONFLICT, AwsFailure.Kind.NOT_FOUND}) {
            Decision answered = decide(InvitationAction.ACCEPT, refusal(kind));
            assertThat(answered.state()).isEqualTo(DecisionState.UNKNOWN);
            assertThat(runToTheEnd(answered).state()).as("it is still pending").isEqualTo(DecisionState.FAILED);
            fixture.pass(Duration.ofMinutes(2));
        }
        Decision answered = decide(InvitationAction.ACCEPT, refusal(AwsFailure.Kind.CONFLICT));
        fixture.lists();
        assertThat(runToTheEnd(answered).lifecycle().observation().effect()).isEqualTo(Effect.ABSENT);
        assertThat(fixture.find(answered.id()).state()).isEqualTo(DecisionState.FAILED);
    }

    @Test
    void keepsADecisionUnclearWithoutEvidence() {
        Decision unclear = decide(InvitationAction.ACCEPT, unclear(AwsFailure.Kind.TIMEOUT));
        fixture.lists();

        Decision last = runToTheEnd(unclear);

        assertThat(last.state()).isEqualTo(DecisionState.UNKNOWN);
        assertThat(last.lifecycle().observation().effect()).isEqualTo(Effect.ABSENT);
        assertThat(DecisionMessages.of(last).whatNext()).isEqualTo("UNKNOWN.ASK.KEYS");
        assertThat(Duration.between(unclear.answeredAt(), fixture.now))
                .isBetween(Duration.ofHours(6), Duration.ofHours(12));
        assertThat(fixture.auditLog.entries)
                .filteredOn(entry -> entry.action() == AuditAction.EFFECT_CHECK)
                .hasSizeBetween(1, 3);
        assertThat(fixture.aws.updated()).hasSize(1);
    }

    @Test
    void retriesFailedReadsWithGrowingDelays() {
        Decision unclear = decide(InvitationAction.ACCEPT, unclear(AwsFailure.Kind.TIMEOUT));
        fixture.listFails();
        Instant before = fixture.now;
        Duration pause = Duration.ZERO;
        for (int i = 0; i < 10; i++) {
            unclear = fixture.work(unclear);
            assertThat(unclear.state()).isEqualTo(DecisionState.UNKNOWN);
            pause = Duration.between(before, unclear.lifecycle().nextAt());
            before = fixture.now;
        }
        assertThat(pause).isGreaterThan(Duration.ofMinutes(8));
        fixture.lists(LEDGER);
        assertThat(fixture.work(unclear).state()).isEqualTo(DecisionState.FAILED);
    }

    @Test
    void settlesADecisionAfterACrashBetweenIntentAndOutcome() {
        fixture.aws.answers(any -> {
            throw new IllegalStateException("the process is killed here");
        });
        assertThatThrownBy(() -> fixture.decide("reviewer", InvitationAction.ACCEPT))
                .hasMessageContaining("killed");
        Decision sending = fixture.latest();
        assertThat(sending.state()).isEqualTo(DecisionState.SENDING);

        fixture.pass(DecisionState.SEND_TIMEOUT.minusMillis(1));
        fixture.bean(DecisionJobHandler.class).run(sending.id());
        assertThat(fixture.latest().state())
                .as("a call may still be in progress")
                .isEqualTo(DecisionState.SENDING);
        assertThat(fixture.work(sending).state()).isEqualTo(DecisionState.UNKNOWN);
        assertThat(fixture.invitation().unclear()).isTrue();
        assertThat(runToTheEnd(sending).state()).isEqualTo(DecisionState.FAILED);
    }

    @Test
    void acceptsALateAnswerAfterAReplicaWithAFastClockGaveUp() {
        fixture.aws.answers(any -> {
            Instant real = fixture.now;
            fixture.work(fixture.latest());
            fixture.now = real;
            return DecisionFixture.confirmed(any);
        });

        assertThat(decideNow(InvitationAction.ACCEPT).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    void readsBackAConfirmedEffect() {
        Decision confirmed = decide(InvitationAction.ACCEPT, DecisionFixture.confirmed(id(1)));
        fixture.shows(id(1).value());

        Decision seen = fixture.work(confirmed);

        assertThat(seen.lifecycle().observation().effect()).isEqualTo(Effect.IN_EFFECT);
        assertThat(seen.lifecycle().nextAt()).isNull();
        assertThat(DecisionMessages.of(seen)).isEqualTo(new DecisionMessages("CONFIRMED.ACCEPT.IN_EFFECT", "ok", null));
        assertThat(fixture.auditLog.outcomes()).last().isEqualTo(AuditOutcome.IN_EFFECT);
    }

    @Test
    void repeatsTheReadBackAndThenReportsAMissingEffect() {
        Decision confirmed = decide(InvitationAction.ACCEPT, DecisionFixture.confirmed(id(1)));
        assertThat(DecisionMessages.of(fixture.work(confirmed)).tone())
                .as("the effect may become visible later")
                .isEqualTo("ok");

        Decision seen = runToTheEnd(confirmed);

        assertThat(seen.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(seen.lifecycle().observation().effect()).isEqualTo(Effect.CONTRARY);
        assertThat(DecisionMessages.of(seen).tone()).isEqualTo("no");
        assertThat(Duration.between(confirmed.answeredAt(), fixture.now)).isLessThan(Duration.ofMinutes(6));
        assertThat(fixture.auditLog.outcomes()).last().isEqualTo(AuditOutcome.MISMATCH);
    }

    @Test
    void readsBackAReject() {
        Decision rejected = decide(InvitationAction.REJECT, DecisionFixture.confirmed(id(1)));
        assertThat(fixture.work(rejected).lifecycle().observation().effect()).isEqualTo(Effect.IN_EFFECT);
    }

    @Test
    void reportsAResourceWithoutAnInvitationId() {
        Decision confirmed = decide(InvitationAction.ACCEPT, DecisionFixture.confirmed(id(1)));
        fixture.shared.shows(id(1), new ResourceVisibility.Visible("ListWorkloads", null, null));

        assertThat(runToTheEnd(confirmed).lifecycle().observation().effect()).isEqualTo(Effect.OTHERWISE);
    }

    private Decision decide(InvitationAction invitationAction, UpdateOutcome answer) {
        fixture.aws.answers(any -> answer);
        return decideNow(invitationAction);
    }

    private Decision decideNow(InvitationAction invitationAction) {
        return fixture.made(fixture.decide("reviewer", invitationAction));
    }

    /** Runs the job until no step is left. */
    private Decision runToTheEnd(Decision decision) {
        Decision now = fixture.find(decision.id());
        while (now.lifecycle().nextAt() != null) {
            now = fixture.work(now);
        }
        return now;
    }
}
