package io.countersign.decision.execution;

import static io.countersign.decision.execution.DecisionFixture.LEDGER;
import static io.countersign.decision.execution.DecisionFixture.failure;
import static io.countersign.decision.execution.DecisionFixture.refusal;
import static io.countersign.decision.execution.DecisionFixture.unclear;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.DecisionSessionName;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.UpdateOutcome;
import io.countersign.connection.UpdatedInvitation;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionIntended;
import io.countersign.decision.DecisionRefused;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.DecisionSettled;
import io.countersign.decision.DecisionState;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.invitation.InvitationState;
import io.countersign.policy.DecisionRule;
import io.countersign.policy.Verdict;
import io.countersign.team.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionServiceTests {

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
    void storesTheIntentBeforeAwsIsCalledAndTheAnswerAfter() {
        List<DecisionState> whenCalled = new ArrayList<>();
        FakeShareInvitations confirming = new FakeShareInvitations();
        desk.aws.answers(invitation -> {
            whenCalled.add(desk.latest().state());
            return confirming.update(RETAIL, invitation, InvitationAction.ACCEPT, new DecisionSessionName("any", 1));
        });

        Decision decision = desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));

        assertThat(whenCalled).containsExactly(DecisionState.SENDING);
        assertThat(desk.aws.senders()).containsExactly(new DecisionSessionName("reviewer", decision.id()));
        assertThat(decision.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(decision.requestId()).isEqualTo("request-0001");
        assertThat(decision.returned()).isNotNull();
        assertThat(decision.reviewed()).isEqualTo(LEDGER);
        assertThat(decision.answeredAt()).isEqualTo(desk.now);
        assertThat(decision.lifecycle().sentAt()).isEqualTo(desk.now);
        assertThat(desk.invitation().state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(desk.events).hasExactlyElementsOfTypes(DecisionIntended.class, DecisionSettled.class);
    }

    @Test
    void aRejectedInvitationIsRejected() {
        desk.made(desk.decide("reviewer", InvitationAction.REJECT));

        assertThat(desk.invitation().state()).isEqualTo(InvitationState.REJECTED);
    }

    @Test
    void afterARefusalOfAwsTheInvitationCanBeDecidedAgain() {
        desk.aws.answers(any -> refusal(AwsFailure.Kind.ACCESS_DENIED));
        Decision failed = desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));

        assertThat(failed.state()).isEqualTo(DecisionState.FAILED);
        assertThat(failed.failure()).isEqualTo(failure(AwsFailure.Kind.ACCESS_DENIED));
        assertThat(failed.returned()).isNull();
        assertThat(failed.lifecycle().nextAt()).isNull();
        assertThat(desk.invitation().pending()).isTrue();
        assertThat(desk.invitation().openDecision()).isNull();
    }

    @Test
    void anUnclearSendKeepsOthersOutUntilAwsWasSeenToListItAgain() {
        desk.aws.answers(any -> unclear(AwsFailure.Kind.TIMEOUT));
        Decision first = desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(first.state()).isEqualTo(DecisionState.UNKNOWN);

        assertThat(desk.refused(desk.decide("lead", InvitationAction.ACCEPT)).why())
                .isEqualTo(Verdict.UNCLEAR);
        desk.pass(DecisionRule.STRAGGLER);
        desk.see(LEDGER);
        assertThat(desk.refused(desk.decide("lead", InvitationAction.ACCEPT)).why())
                .isEqualTo(Verdict.UNCLEAR);
        desk.pass(Duration.ofMillis(1));
        desk.see(LEDGER);
        desk.aws.answers(any -> refusal(AwsFailure.Kind.ACCESS_DENIED));
        assertThat(desk.made(desk.decide("lead", InvitationAction.ACCEPT)).state())
                .isEqualTo(DecisionState.FAILED);
        assertThat(desk.aws.updated()).hasSize(2);
        assertThat(desk.find(first.id()).state())
                .as("the one that was replaced had no effect")
                .isEqualTo(DecisionState.FAILED);
    }

    @Test
    void anAnswerAboutAnotherResourceIsUnclear() {
        desk.aws.answers(invitation -> new UpdateOutcome.Updated(
                new UpdatedInvitation(invitation.value(), "WORKLOAD", "of-another", null, null, null, null),
                "request-1"));
        Decision decision = desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(decision.state()).isEqualTo(DecisionState.UNKNOWN);
        assertThat(decision.failure()).isNotNull();
        assertThat(decision.failure().message()).isEqualTo("a response about another resource");
        assertThat(decision.requestId()).isEqualTo("request-1");
    }

    @Test
    void aLateClearAnswerSettlesWhatWasGivenUp() {
        desk.aws.answers(any -> {
            assertThat(desk.work(desk.latest()).state()).isEqualTo(DecisionState.UNKNOWN);
            return refusal(AwsFailure.Kind.ACCESS_DENIED);
        });

        assertThat(desk.made(desk.decide("reviewer", InvitationAction.ACCEPT)).state())
                .isEqualTo(DecisionState.FAILED);
        assertThat(desk.invitation().openDecision()).isNull();
    }

    @Test
    void fiftyAtTheSameMomentSendOnce() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        try {
            List<Callable<DecisionResult>> wishes = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                InvitationAction invitationAction = i % 2 == 0 ? InvitationAction.ACCEPT : InvitationAction.REJECT;
                String person = i % 3 == 0 ? "lead" : "reviewer";
                wishes.add(() -> desk.decide(person, invitationAction));
            }
            List<DecisionResult> attempts = new ArrayList<>();
            for (Future<DecisionResult> attempt : crowd.invokeAll(wishes)) {
                attempts.add(attempt.get());
            }
            assertThat(desk.aws.updated()).containsExactly(id(1));
            assertThat(attempts)
                    .filteredOn(DecisionResult.Made.class::isInstance)
                    .hasSize(1);
            assertThat(desk.bean(DecisionRepository.class).of(id(1))).hasSize(1);
            assertThat(desk.events)
                    .filteredOn(DecisionRefused.class::isInstance)
                    .hasSize(49);
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void tellsWhoWasFaster() {
        desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));

        DecisionResult.Refused second = desk.refused(desk.decide("lead", InvitationAction.REJECT));

        assertThat(second.why()).isEqualTo(Verdict.DECIDED);
        assertThat(second.other()).isNotNull().extracting(Decision::person).isEqualTo("reviewer");
        assertThat(desk.aws.updated()).hasSize(1);
    }

    @Test
    void asksTheDatabaseWhetherThePersonStillDecides() {
        for (String person : List.of("auditor", "left", "nobody")) {
            assertThat(desk.refused(desk.decide(person, InvitationAction.ACCEPT))
                            .why())
                    .isEqualTo(Verdict.NOT_A_DECIDER);
        }
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void whoeverIsDisabledWhileAwsIsListedDecidesNothing() {
        desk.aws.onList(() -> desk.people.put("reviewer", new Person("reviewer", Set.of(Role.REVIEWER), false)));

        assertThat(desk.refused(desk.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void asksWhetherItIsStillTheirsAndRecordsTheRefusal() {
        desk.foreign = true;
        assertThat(desk.refused(desk.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.NOT_YOURS);
        desk.foreign = false;
        desk.claim = new Claim("colleague", "colleague", desk.now, desk.now.plusSeconds(60));
        assertThat(desk.refused(desk.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.CLAIMED);

        assertThat(desk.events)
                .hasExactlyElementsOfTypes(DecisionRefused.class, DecisionRefused.class)
                .extracting(event -> ((DecisionRefused) event).why())
                .containsExactly("NOT_YOURS", "CLAIMED");
        assertThat(desk.aws.updated()).isEmpty();
        desk.made(desk.decide("colleague", InvitationAction.ACCEPT));
    }

    @Test
    void inWhosePlaceItWasDecidedIsStoredWhereThatRightWasNeeded() {
        desk.inPlaceOf = "colleague";
        desk.claim = new Claim("colleague", "colleague", desk.now, desk.now.plusSeconds(60));
        Decision made = desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(made.person()).isEqualTo("reviewer");
        assertThat(made.inPlaceOf()).isEqualTo("colleague");
    }

    @Test
    void inNobodysPlaceIsDecidedWhatIsFree() {
        desk.inPlaceOf = "colleague";
        assertThat(desk.made(desk.decide("reviewer", InvitationAction.ACCEPT)).inPlaceOf())
                .isNull();
    }

    @Test
    void sendsNothingWhenTheRecordCannotBeWritten() {
        desk.recordFails = true;

        for (InvitationAction invitationAction : InvitationAction.values()) {
            assertThatThrownBy(() -> desk.decide("reviewer", invitationAction)).hasMessageContaining("record");
        }
        assertThat(desk.aws.updated()).isEmpty();
        assertThat(desk.bean(DecisionRepository.class).of(id(1))).isEmpty();
        assertThat(desk.invitation().openDecision()).isNull();
    }

    @Test
    void whatCannotBeRecordedAfterTheSendIsFoundOutByReadingAws() {
        desk.aws.answers(any -> {
            desk.recordFails = true;
            return unclear(AwsFailure.Kind.TIMEOUT);
        });

        Decision sent = desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(sent.state()).isEqualTo(DecisionState.SENDING);
        desk.recordFails = false;
        desk.lists();
        desk.shows(id(1).value());
        assertThat(desk.work(sent).state()).isEqualTo(DecisionState.UNKNOWN);
        assertThat(desk.work(sent).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(desk.invitation().state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(desk.aws.updated()).hasSize(1);
    }

    @Test
    void whateverStoodStillAfterTheIntentWasStoredSendsNothing() {
        Decision held = desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));
        int before = desk.aws.updated().size();
        desk.pass(DecisionExecutor.LATEST.plusMillis(1));

        desk.bean(DecisionExecutor.class).sendAndStoreOutcome(held);

        assertThat(desk.aws.updated()).hasSize(before);
    }
}
