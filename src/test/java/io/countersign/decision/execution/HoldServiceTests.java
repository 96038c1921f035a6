package io.countersign.decision.execution;

import static io.countersign.decision.execution.DecisionFixture.LEDGER;
import static io.countersign.decision.execution.DecisionFixture.holding;
import static io.countersign.invitation.Listings.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.Permission;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionResult;
import io.countersign.decision.DecisionState;
import io.countersign.decision.DecisionStopped;
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

/** A decision waits before it is sent, and can be withdrawn until then. */
class HoldServiceTests {

    private static final Duration HOLD = Duration.ofSeconds(10);

    private DataSource dataSource;
    private DecisionFixture desk;

    @BeforeEach
    void open() {
        dataSource = TestDatabase.migrated();
        desk = DecisionFixture.on(dataSource, holding(HOLD));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void nothingIsSentBeforeTheHoldIsOver() {
        Decision held = held();
        assertThat(held.lifecycle().heldUntil()).isEqualTo(desk.now.plus(HOLD));
        assertThat(held.lifecycle().sentAt()).isNull();

        desk.bean(DecisionJobHandler.class).run(held.id());
        assertThat(desk.find(held.id()).state()).isEqualTo(DecisionState.HELD);
        assertThat(desk.aws.updated()).isEmpty();

        assertThat(desk.work(held).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(desk.aws.updated()).hasSize(1);
        assertThat(desk.invitation().state()).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    void othersSeeThatItIsHeldAndByWhom() {
        held();

        DecisionResult.Refused refused = desk.refused(desk.decide("lead", InvitationAction.REJECT));

        assertThat(refused.why()).isEqualTo(Verdict.HELD);
        assertThat(refused.other()).isNotNull().extracting(Decision::person).isEqualTo("reviewer");
    }

    @Test
    void theDeciderOrALeadTakesItBack() {
        for (String person : List.of("reviewer", "lead")) {
            Decision held = held();
            assertThat(withdraw(held, "colleague")).isEqualTo(WithdrawalService.Outcome.NOT_PERMITTED);
            assertThat(withdraw(held, "auditor")).isEqualTo(WithdrawalService.Outcome.NOT_PERMITTED);

            assertThat(withdraw(held, person)).isEqualTo(WithdrawalService.Outcome.DONE);

            Decision withdrawn = desk.find(held.id());
            assertThat(withdrawn.state()).isEqualTo(DecisionState.WITHDRAWN);
            assertThat(withdrawn.lifecycle().withdrawnBy()).isEqualTo(person);
            assertThat(withdrawn.lifecycle().nextAt()).isNull();
            assertThat(withdraw(held, person)).isEqualTo(WithdrawalService.Outcome.TOO_LATE);
            assertThat(desk.invitation().openDecision()).isNull();
        }
        assertThat(desk.aws.updated()).isEmpty();
    }

    @Test
    void whatIsSentCannotBeTakenBack() {
        Decision held = held();
        desk.work(held);

        assertThat(withdraw(held, "reviewer")).isEqualTo(WithdrawalService.Outcome.TOO_LATE);
    }

    @Test
    void ofUndoAndManyReplicasThatSendOneWins() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(9);
        try {
            for (int round = 0; round < 5; round++) {
                Decision held = held();
                int before = desk.aws.updated().size();
                desk.pass(HOLD);
                List<Callable<Object>> all = new ArrayList<>();
                for (int replica = 0; replica < 8; replica++) {
                    all.add(() -> desk.bean(DecisionJobHandler.class).run(held.id()));
                }
                all.add(round % 5, () -> withdraw(held, "lead"));
                for (Future<Object> done : crowd.invokeAll(all)) {
                    done.get();
                }
                int sent = desk.aws.updated().size() - before;
                boolean withdrawn = desk.find(held.id()).state() == DecisionState.WITHDRAWN;
                assertThat(sent).isEqualTo(withdrawn ? 0 : 1);
                again();
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void aRestartFindsWhatIsHeldAndSendsIt() {
        Decision held = held();
        desk.close();
        desk = DecisionFixture.on(dataSource, holding(Duration.ZERO));

        assertThat(desk.work(held).state()).isEqualTo(DecisionState.CONFIRMED);
        assertThat(desk.aws.updated()).hasSize(1);
    }

    @Test
    void itIsStoppedWhereThePersonNoLongerDecides() {
        Decision held = held();
        desk.people.put("reviewer", new Person("reviewer", Set.of(Role.REVIEWER), false));

        expectStopped(desk.work(held), Verdict.NOT_A_DECIDER);
    }

    @Test
    void itIsStoppedWhereTheInvitationChanged() {
        Decision held = held();
        desk.lists(workload(1, "ledger", Permission.CONTRIBUTOR));

        expectStopped(desk.work(held), Verdict.CHANGED);
        assertThat(desk.invitation().listed().permission()).isEqualTo(Permission.CONTRIBUTOR);
    }

    @Test
    void itIsStoppedWhereTheInvitationIsGone() {
        Decision held = held();
        desk.lists();

        expectStopped(desk.work(held), Verdict.GONE);
        assertThat(desk.invitation().state()).isEqualTo(InvitationState.GONE);
    }

    @Test
    void itIsStoppedWhereAwsCannotBeListed() {
        Decision held = held();
        desk.listFails();

        Decision stopped = desk.work(held);
        expectStopped(stopped, Verdict.UNREAD);
        assertThat(stopped.failure().message()).isEqualTo("in AWS's words");
    }

    @Test
    void itIsStoppedWhereTheDeskWasDownUntilTheDaysWereOver() {
        Decision held = held();
        desk.pass(Invitation.LIFE);

        expectStopped(desk.work(held), Verdict.OVER);
    }

    @Test
    void aHoldEndsBeforeTheInvitationCan() {
        desk.pass(Duration.between(desk.now, desk.invitation().expiresBy())
                .minus(HoldRule.MARGIN)
                .minusSeconds(4));

        assertThat(held().lifecycle().heldUntil()).isEqualTo(desk.now.plusSeconds(4));
    }

    @Test
    void whereNoTimeIsLeftItIsSentAtOnce() {
        desk.pass(Duration.between(desk.now, desk.invitation().expiresBy()).minusSeconds(5));

        assertThat(desk.made(desk.decide("reviewer", InvitationAction.ACCEPT)).state())
                .isEqualTo(DecisionState.CONFIRMED);
    }

    private Decision held() {
        Decision held = desk.made(desk.decide("reviewer", InvitationAction.ACCEPT));
        assertThat(held.state()).isEqualTo(DecisionState.HELD);
        return held;
    }

    private WithdrawalService.Outcome withdraw(Decision held, String person) {
        return desk.bean(WithdrawalService.class).withdraw(held, person);
    }

    /** AWS lists it anew, whatever became of it. */
    private void again() {
        desk.pass(Duration.ofMinutes(1));
        desk.see(LEDGER);
        desk.pass(Duration.ofMinutes(1));
    }

    private void expectStopped(Decision decision, Verdict why) {
        assertThat(decision.state()).isEqualTo(DecisionState.FAILED);
        assertThat(decision.failure()).isNotNull();
        assertThat(decision.failure().kind()).isEqualTo(AwsFailure.Kind.STOPPED);
        assertThat(decision.failure().code()).isEqualTo(why.name());
        assertThat(decision.lifecycle().nextAt()).isNull();
        assertThat(desk.aws.updated()).isEmpty();
        assertThat(desk.invitation().openDecision()).isNull();
        assertThat(desk.events)
                .last()
                .isInstanceOfAny(DecisionStopped.class, io.countersign.invitation.InvitationRemoved.class);
    }
}
