package io.countersign.decision.execution;

import static io.countersign.decision.execution.DecisionFixture.LEDGER;
import static io.countersign.decision.execution.DecisionFixture.holding;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.Permission;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.DecisionState;
import io.countersign.identity.Person;
import io.countersign.identity.Role;
import io.countersign.invitation.Invitation;
import io.countersign.invitation.InvitationState;
import io.countersign.policy.HoldRule;
import io.countersign.policy.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a held decision waits before it is sent, and can be withdrawn until then. */
class HoldServiceTests {

    private static final Duration HOLD = Duration.ofSeconds(10);

    private DataSource dataSource;
    private DecisionFixture fixture;

    @BeforeEach
    void open() {
        dataSource = TestDatabase.migrated();
        fixture = DecisionFixture.on(dataSource, holding(HOLD));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void sendsNothingBeforeTheEndOfTheHold() {
        Decision held = held();
        assertThat(held.lifecycle().heldUntil()).isEqualTo(fixture.now.plus(HOLD));
        assertThat(held.lifecycle().sentAt()).isNull();

        fixture.bean(DecisionJobHandler.class).run(held.id());
        assertThat(fixture.find(held.id()).state()).isEqualTo(DecisionState.HELD);
        assertThat(fixture.aws.updated()).isEmpty();

        assertThat(fixture.work(held).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(fixture.aws.updated()).hasSize(1);
        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    void tellsOthersThatItIsHeldAndByWhom() {
        held();

        DecisionResult.Refused refused = fixture.refused(fixture.decide("lead", InvitationAction.REJECT));

        assertThat(refused.why()).isEqualTo(Verdict.HELD);
        assertThat(refused.other()).isNotNull().extracting(Decision::person).isEqualTo("reviewer");
    }

    @Test
    void allowsTheDeciderLeadsAndAdminsToWithdraw() {
        for (String person : List.of("reviewer", "lead", "admin")) {
            Decision held = held();
            assertThat(withdraw(held, "colleague")).isEqualTo(WithdrawalService.Outcome.NOT_PERMITTED);
            assertThat(withdraw(held, "auditor")).isEqualTo(WithdrawalService.Outcome.NOT_PERMITTED);

            assertThat(withdraw(held, person)).isEqualTo(WithdrawalService.Outcome.DONE);

            Decision withdrawn = fixture.find(held.id());
            assertThat(withdrawn.state()).isEqualTo(DecisionState.WITHDRAWN);
            assertThat(withdrawn.lifecycle().withdrawnBy()).isEqualTo(person);
            assertThat(withdrawn.lifecycle().nextAt()).isNull();
            assertThat(withdraw(held, person)).isEqualTo(WithdrawalService.Outcome.TOO_LATE);
            assertThat(fixture.invitation().openDecision()).isNull();
        }
        assertThat(fixture.aws.updated()).isEmpty();
    }

    @Test
    void refusesToWithdrawASentDecision() {
        Decision held = held();
        fixture.work(held);

        assertThat(withdraw(held, "reviewer")).isEqualTo(WithdrawalService.Outcome.TOO_LATE);
    }

    @Test
    void letsOneOfAWithdrawalAndManyReplicasWin() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(9);
        try {
            for (int round = 0; round < 5; round++) {
                Decision held = held();
                int before = fixture.aws.updated().size();
                fixture.pass(HOLD);
                List<Callable<Object>> all = new ArrayList<>();
                for (int replica = 0; replica < 8; replica++) {
                    all.add(() -> fixture.bean(DecisionJobHandler.class).run(held.id()));
                }
                all.add(round % 5, () -> withdraw(held, "lead"));
                for (Future<Object> done : crowd.invokeAll(all)) {
                    done.get();
                }
                int sent = fixture.aws.updated().size() - before;
                boolean withdrawn = fixture.find(held.id()).state() == DecisionState.WITHDRAWN;
                assertThat(sent).isEqualTo(withdrawn ? 0 : 1);
                listAgain();
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void sendsAHeldDecisionAfterARestart() {
        Decision held = held();
        fixture.close();
        fixture = DecisionFixture.on(dataSource, holding(Duration.ZERO));

        assertThat(fixture.work(held).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(fixture.aws.updated()).hasSize(1);
    }

    @Test
    void stopsIfTheUserMayNoLongerDecide() {
        Decision held = held();
        fixture.people.put("reviewer", new Person("reviewer", Set.of(Role.REVIEWER), false));

        expectStopped(fixture.work(held), Verdict.NOT_A_DECIDER);
    }

    @Test
    void stopsIfTheInvitationChanged() {
        Decision held = held();
        fixture.lists(workload(1, "ledger", Permission.CONTRIBUTOR));

        expectStopped(fixture.work(held), Verdict.CHANGED);
        assertThat(fixture.invitation().listed().permission()).isEqualTo(Permission.CONTRIBUTOR);
    }

    @Test
    void stopsIfTheInvitationIsGone() {
        Decision held = held();
        fixture.lists();

        expectStopped(fixture.work(held), Verdict.GONE);
        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.GONE);
    }

    @Test
    void asksAtTheEndOfTheHoldBeforeItRejectsWhatWasAcceptedElsewhere() {
        Decision held = fixture.made(fixture.decide("reviewer", InvitationAction.REJECT));
        fixture.isAcceptedElsewhere();

        expectStopped(fixture.work(held), Verdict.ACCEPTED_ELSEWHERE);
        assertThat(fixture.invitation().acceptedElsewhere()).isTrue();

        Decision confirmed = fixture.made(fixture.leave("reviewer"));
        assertThat(confirmed.state()).isEqualTo(DecisionState.HELD);
        assertThat(fixture.work(confirmed).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(fixture.invitation().state()).isEqualTo(InvitationState.REJECTED);
    }

    @Test
    void stopsIfTheFreshListingFails() {
        Decision held = held();
        fixture.listFails();

        Decision stopped = fixture.work(held);
        expectStopped(stopped, Verdict.UNREAD);
        assertThat(stopped.failure().message()).isEqualTo("in AWS's words");
    }

    @Test
    void stopsIfTheInvitationExpiredMeanwhile() {
        Decision held = held();
        fixture.pass(Invitation.LIFE);

        expectStopped(fixture.work(held), Verdict.OVER);
    }

    @Test
    void endsTheHoldBeforeTheInvitationCanExpire() {
        fixture.pass(Duration.between(fixture.now, fixture.invitation().expiresBy())
                .minus(HoldRule.MARGIN)
                .minusSeconds(4));

        assertThat(held().lifecycle().heldUntil()).isEqualTo(fixture.now.plusSeconds(4));
    }

    @Test
    void sendsAtOnceIfTheInvitationExpiresSoon() {
        fixture.pass(
                Duration.between(fixture.now, fixture.invitation().expiresBy()).minusSeconds(5));

        assertThat(fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT))
                        .state())
                .isEqualTo(DecisionState.CONFIRMED);
    }

    private Decision held() {
        Decision held = fixture.made(fixture.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(held.state()).isEqualTo(DecisionState.HELD);
        return held;
    }

    private WithdrawalService.Outcome withdraw(Decision held, String person) {
        return fixture.bean(WithdrawalService.class).withdraw(held, person);
    }

    /** Stores a later poll that lists the invitation again. */
    private void listAgain() {
        fixture.pass(Duration.ofMinutes(1));
        fixture.see(LEDGER);
        fixture.pass(Duration.ofMinutes(1));
    }

    private void expectStopped(Decision decision, Verdict why) {
        assertThat(decision.state()).isEqualTo(DecisionState.FAILED);
        assertThat(decision.failure()).isNotNull();
        assertThat(decision.failure().kind()).isEqualTo(AwsFailure.Kind.STOPPED);
        assertThat(decision.failure().code()).isEqualTo(why.name());
        assertThat(decision.lifecycle().nextAt()).isNull();
        assertThat(fixture.aws.updated()).isEmpty();
        assertThat(fixture.invitation().openDecision()).isNull();
        assertThat(fixture.auditLog.outcomes()).last().isIn(AuditOutcome.FAILED, AuditOutcome.REMOVED);
    }
}
