package io.countersign.decision.execution;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationId;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionState;
import io.countersign.decision.EffectObservation;
import io.countersign.decision.persistence.DecisionRepository;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import io.countersign.policy.Effect;
import io.countersign.running.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Tests that the running application executes the jobs of decisions. */
@PageTest
class DecisionJobSchedulerTests {

    @Autowired
    Pages pages;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    DecisionRepository decisions;

    @Autowired
    Scheduler scheduler;

    @Autowired
    CustomTask<Void> decisionTask;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    private final CountDownLatch checked = new CountDownLatch(1);

    @AfterEach
    void release() {
        checked.countDown();
        aws.onList(() -> {});
    }

    @Test
    void holdsSendsAndReadsBackAContributorAccept() throws Exception {
        pages.refresh();
        aws.answers(DecisionJobSchedulerTests::confirmed);
        InvitationId contributor = id(ListedForPages.MARKUP);
        holdUntilChecked();

        Decision held = decide(contributor);
        assertThat(held.state()).isEqualTo(DecisionState.HELD);
        assertThat(aws.updated()).doesNotContain(contributor);
        assertThat(jobs(String.valueOf(held.id())))
                .as("scheduled with the decision")
                .isOne();

        checked.countDown();
        Await.until("it was sent and seen", Duration.ofSeconds(60), () -> seen(held));
        assertThat(aws.updated()).containsOnlyOnce(contributor);
        assertThat(decisions.find(held.id())).get().satisfies(sent -> {
            assertThat(sent.state()).isEqualTo(DecisionState.CONFIRMED);
            assertThat(sent.lifecycle().sentAt())
                    .isAfterOrEqualTo(held.lifecycle().heldUntil());
            assertThat(sent.lifecycle().observation())
                    .extracting(EffectObservation::effect)
                    .isEqualTo(Effect.IN_EFFECT);
        });
    }

    @Test
    void rollsBackAJobWithItsTransaction() {
        transaction.executeWithoutResult(status -> {
            scheduler.schedule(decisionTask.instance("-1"), Instant.now().plus(Duration.ofHours(1)));
            assertThat(jobs("-1")).isOne();
            status.setRollbackOnly();
        });
        assertThat(jobs("-1")).isZero();
    }

    /** On a slow machine, the hold may end before the test has seen it. Its job lists AWS before it sends. */
    private void holdUntilChecked() {
        Thread user = Thread.currentThread();
        aws.onList(() -> {
            if (Thread.currentThread() != user) {
                awaitCheck();
            }
        });
    }

    private void awaitCheck() {
        try {
            assertThat(checked.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int jobs(String id) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'decision' and task_instance = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private Decision decide(InvitationId invitation) throws Exception {
        String seen = InvitationFingerprint.of(
                        invitations.find(invitation).orElseThrow().listed())
                .value();
        String page = pages.submit(
                        "/invitations/" + invitation + "/decisions",
                        "reviewer",
                        Map.of("action", "ACCEPT", "reason", "Agreed in ticket 4711", "fingerprint", seen))
                .location();
        assertThat(pages.open(page, "reviewer").body()).contains("On hold, not sent yet", ">Undo<");
        assertThat(pages.open(page, "auditor").body())
                .contains("On hold, not sent yet")
                .doesNotContain(">Undo<");
        return decisions.of(invitation).get(0);
    }

    private boolean seen(Decision decision) {
        return decisions
                .find(decision.id())
                .filter(now -> now.lifecycle().observation() != null)
                .isPresent();
    }

    private static UpdateOutcome confirmed(InvitationId id) {
        return new UpdateOutcome.Updated(
                new UpdatedInvitation(id.value(), "WORKLOAD", null, null, null, null, null), "request-1");
    }
}
