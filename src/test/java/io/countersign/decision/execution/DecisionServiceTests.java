package io.countersign.decision.execution;

import static io.countersign.decision.execution.DecisionFixture.LEDGER;
import static io.countersign.decision.execution.DecisionFixture.failure;
import static io.countersign.decision.execution.DecisionFixture.refusal;
import static io.countersign.decision.execution.DecisionFixture.unclear;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.api.DecisionSessionName;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionResult;
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
    void storesTheIntentBeforeTheCallAndTheOutcomeAfterIt() {
        List<DecisionState> whenCalled = new ArrayList<>();
        FakeShareInvitations confirming = new FakeShareInvitations();
        fixture.aws.answers(invitation -> {
            whenCalled.add(fixture.latest().state());
            return confirming.update(
                    RETAIL, invitation, InvitationAction.ACCEPT, new DecisionSessionName("any", 1), any -> {});
        });

        Decision decision = fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));

        assertThat(whenCalled).containsExactly(DecisionState.SENDING);
        assertThat(fixture.aws.senders()).containsExactly(new DecisionSessionName("reviewer", decision.id()));
        assertThat(decision.state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(decision.requestId()).isEqualTo("request-0001");
        assertThat(decision.returned()).isNotNull();
        assertThat(decision.reviewed()).isEqualTo(LEDGER);
        assertThat(decision.answeredAt()).isEqualTo(fixture.now);
        assertThat(decision.lifecycle().sentAt()).isEqualTo(fixture.now);
        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(fixture.auditLog.outcomes()).containsExactly(AuditOutcome.SENDING, AuditOutcome.CONFIRMED);
    }

    @Test
    void marksTheInvitationAsRejected() {
        fixture.made(fixture.decide("reviewer", InvitationAction.REJECT));

        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.REJECTED);
    }

    @Test
    void allowsANewDecisionAfterARefusalOfAws() {
        fixture.aws.answers(any -> refusal(AwsFailure.Kind.ACCESS_DENIED));
        Decision failed = fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));

        assertThat(failed.state()).isEqualTo(DecisionState.FAILED);
        assertThat(failed.failure()).isEqualTo(failure(AwsFailure.Kind.ACCESS_DENIED));
        assertThat(failed.returned()).isNull();
        assertThat(failed.lifecycle().nextAt()).isNull();
        assertThat(fixture.invitation().pending()).isTrue();
        assertThat(fixture.invitation().openDecision()).isNull();
    }

    @Test
    void blocksFurtherDecisionsAfterAnUnclearSendUntilAwsListsTheInvitation() {
        fixture.aws.answers(any -> unclear(AwsFailure.Kind.TIMEOUT));
        Decision first = fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(first.state()).isEqualTo(DecisionState.UNKNOWN);

        assertThat(fixture.refused(fixture.decide("lead", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.UNCLEAR);
        fixture.pass(DecisionRule.STRAGGLER);
        fixture.see(LEDGER);
        assertThat(fixture.refused(fixture.decide("lead", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.UNCLEAR);
        fixture.pass(Duration.ofMillis(1));
        fixture.see(LEDGER);
        fixture.aws.answers(any -> refusal(AwsFailure.Kind.ACCESS_DENIED));
        assertThat(fixture.made(fixture.decide("lead", InvitationAction.ACCEPT)).state())
                .isEqualTo(DecisionState.FAILED);
        assertThat(fixture.aws.updated()).hasSize(2);
        assertThat(fixture.find(first.id()).state())
                .as("the one that was replaced had no effect")
                .isEqualTo(DecisionState.FAILED);
    }

    @Test
    void treatsAnAnswerAboutAnotherResourceAsUnclear() {
        fixture.aws.answers(invitation -> new UpdateOutcome.Updated(
                new UpdatedInvitation(invitation.value(), "WORKLOAD", "of-another", null, null, null, null),
                "request-1"));
        Decision decision = fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(decision.state()).isEqualTo(DecisionState.UNKNOWN);
        assertThat(decision.failure()).isNotNull();
        assertThat(decision.failure().message()).isEqualTo("a response about another resource");
        assertThat(decision.requestId()).isEqualTo("request-1");
    }

    @Test
    void settlesAnUnclearDecisionWithALateAnswer() {
        fixture.aws.answers(any -> {
            assertThat(fixture.work(fixture.latest()).state()).isEqualTo(DecisionState.UNKNOWN);
            return refusal(AwsFailure.Kind.ACCESS_DENIED);
        });

        assertThat(fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .state())
                .isEqualTo(DecisionState.FAILED);
        assertThat(fixture.invitation().openDecision()).isNull();
    }

    @Test
    void sendsOnceForFiftyConcurrentUsers() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        try {
            List<Callable<DecisionResult>> wishes = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                InvitationAction invitationAction = i % 2 == 0 ? InvitationAction.ACCEPT : InvitationAction.REJECT;
                String person = i % 3 == 0 ? "lead" : "reviewer";
                wishes.add(() -> fixture.decide(person, invitationAction));
            }
            List<DecisionResult> attempts = new ArrayList<>();
            for (Future<DecisionResult> attempt : crowd.invokeAll(wishes)) {
                attempts.add(attempt.get());
            }
            assertThat(fixture.aws.updated()).containsExactly(id(1));
            assertThat(attempts)
                    .filteredOn(DecisionResult.Made.class::isInstance)
                    .hasSize(1);
            assertThat(fixture.bean(DecisionRepository.class).of(id(1))).hasSize(1);
            assertThat(fixture.auditLog.outcomes())
                    .filteredOn(AuditOutcome.REFUSED::equals)
                    .hasSize(49);
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void namesTheUserWhoDecidedFirst() {
        fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));

        DecisionResult.Refused second = fixture.refused(fixture.decide("lead", InvitationAction.REJECT));

        assertThat(second.why()).isEqualTo(Verdict.DECIDED);
        assertThat(second.other()).isNotNull().extracting(Decision::person).isEqualTo("reviewer");
        assertThat(fixture.aws.updated()).hasSize(1);
    }

    @Test
    void refusesADisabledUser() {
        for (String person : List.of("auditor", "left", "nobody")) {
            assertThat(fixture.refused(fixture.decide(person, InvitationAction.ACCEPT))
                            .why())
                    .isEqualTo(Verdict.NOT_A_DECIDER);
        }
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void refusesAUserWhoIsDisabledDuringTheFreshListing() {
        fixture.aws.onList(() -> fixture.people.put("reviewer", new Person("reviewer", Set.of(Role.REVIEWER), false)));

        assertThat(fixture.refused(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.NOT_A_DECIDER);
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void refusesAnInvitationOfAnotherTeamAndAuditsTheRefusal() {
        fixture.otherTeam = true;
        assertThat(fixture.refused(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.NOT_YOURS);
        fixture.otherTeam = false;
        fixture.claim = new Claim("colleague", "colleague", fixture.now, fixture.now.plusSeconds(60));
        assertThat(fixture.refused(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .why())
                .isEqualTo(Verdict.CLAIMED);

        assertThat(fixture.auditLog.outcomes()).containsExactly(AuditOutcome.REFUSED, AuditOutcome.REFUSED);
        assertThat(fixture.auditLog.messages()).containsExactly("NOT_YOURS", "CLAIMED");
        assertThat(fixture.aws.updated()).isEmpty();
        fixture.made(fixture.decide("colleague", InvitationAction.ACCEPT));
    }

    @Test
    void storesTheDelegatorIfTheirRightWasNeeded() {
        fixture.inPlaceOf = "colleague";
        fixture.claim = new Claim("colleague", "colleague", fixture.now, fixture.now.plusSeconds(60));
        Decision made = fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(made.person()).isEqualTo("reviewer");
        assertThat(made.inPlaceOf()).isEqualTo("colleague");
    }

    @Test
    void storesNoDelegatorForAnUnassignedInvitation() {
        fixture.inPlaceOf = "colleague";
        assertThat(fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .inPlaceOf())
                .isNull();
    }

    @Test
    void sendsNothingIfTheAuditEntryCannotBeWritten() {
        fixture.auditLog.failing = true;

        for (InvitationAction invitationAction : InvitationAction.values()) {
            assertThatThrownBy(() -> fixture.decide("reviewer", invitationAction))
                    .hasMessageContaining("audit entry");
        }
        assertThat(fixture.aws.updated()).isEmpty();
        assertThat(fixture.bean(DecisionRepository.class).of(id(1))).isEmpty();
        assertThat(fixture.invitation().openDecision()).isNull();
    }

    @Test
    void settlesByAReadIfTheOutcomeCannotBeStored() {
        fixture.aws.answers(any -> {
            fixture.auditLog.failing = true;
            return unclear(AwsFailure.Kind.TIMEOUT);
        });

        Decision sent = fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(sent.state()).isEqualTo(DecisionState.SENDING);
        fixture.auditLog.failing = false;
        fixture.lists();
        fixture.shows(id(1).value());
        assertThat(fixture.work(sent).state()).isEqualTo(DecisionState.UNKNOWN);
        assertThat(fixture.work(sent).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(fixture.aws.updated()).hasSize(1);
    }

    @Test
    void sendsNothingAfterAPauseBetweenIntentAndSend() {
        Decision held = fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));
        int before = fixture.aws.updated().size();
        fixture.pass(DecisionExecutor.LATEST.plusMillis(1));

        fixture.bean(DecisionExecutor.class).sendAndStoreOutcome(held);

        assertThat(fixture.aws.updated()).hasSize(before);
    }
}
