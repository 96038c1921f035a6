package io.countersign.batch.persistence;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.batch.Batch;
import io.countersign.batch.execution.BatchJobScheduler;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.InvitationId;
import io.countersign.running.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A bulk decision with decisions on hold. Each test uses a different invitation. */
@PageTest
@TestPropertySource(properties = "countersign.decision.hold.bulk=1h")
class HeldBatchTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Autowired
    Pages pages;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    BatchRepository batches;

    @Autowired
    BatchItemRepository items;

    @Autowired
    BatchJobScheduler jobs;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void read() throws Exception {
        pages.refresh();
    }

    @Test
    void isInProgressUntilTheLastDecisionOnHoldHasItsResult() throws Exception {
        InvitationId invitation = id(ListedForPages.PLAIN);
        String batch = held(invitation);

        assertThat(pages.open(batch, "reviewer").body().replaceAll("<[^>]*>", ""))
                .contains("Bulk decision " + number(batch) + " in progress", "0 of 1 done")
                .containsPattern("1 on hold, sent on .* UTC at the earliest");
        assertThat(pages.open("/batches", "lead").body()).contains("1 on hold");
        assertThat(pages.open("/?state=held", "reviewer").body())
                .contains("href=\"/decisions/" + items.of(number(batch)).get(0).decision() + "?state=held\"");
        assertThat(pages.open(batch, "lead").body()).contains(batch + "/stop");
        assertThat(entries(batch)).hasSize(1);

        // the process that started it ended, and another one continues
        jdbc.sql("delete from scheduled_tasks where task_name = 'batch'").update();
        jobs.sweep();
        endHold(batch);
        Await.until("the bulk decision ends", TIMEOUT, () -> state(batch) == Batch.State.DONE);

        assertThat(aws.updated()).contains(invitation);
        assertThat(pages.open(batch, "reviewer").body()).contains("1 of 1 done", "1 rejected");
        assertThat(entries(batch)).last().isEqualTo("bulk decision " + number(batch) + " ended: 1 confirmed");
    }

    @Test
    void endsWhenTheLastDecisionOnHoldIsWithdrawn() throws Exception {
        String batch = held(id(ListedForPages.PLAIN + 1));
        pages.submit("/decisions/" + items.of(number(batch)).get(0).decision() + "/withdrawal", "reviewer", Map.of());
        Await.until("the bulk decision ends", TIMEOUT, () -> state(batch) == Batch.State.DONE);
        assertThat(entries(batch)).last().isEqualTo("bulk decision " + number(batch) + " ended: 1 withdrawn");
    }

    @Test
    void stopWithdrawsTheDecisionsOnHold() throws Exception {
        InvitationId invitation = id(ListedForPages.PLAIN + 2);
        String batch = held(invitation);
        pages.submit(batch + "/stop", "lead", Map.of());
        assertThat(items.counts(number(batch))).isEqualTo(Map.of("WITHDRAWN", 1));
        assertThat(pages.open(batch, "reviewer").body()).contains("stopped").doesNotContain(batch + "/stop");
        assertThat(aws.updated()).doesNotContain(invitation);
    }

    @Test
    void withdrawsWhatAWorkerStoresAfterTheStop() throws Exception {
        String batch = held(id(ListedForPages.PLAIN + 3));
        // the state after a process that ended between the stop and the withdrawals
        jdbc.sql("update batch set state = 'STOPPED', stopped_by = 'reviewer', ended_at = now() where id = :batch")
                .param("batch", number(batch))
                .update();
        Await.until("the decision is withdrawn", TIMEOUT, () -> items.counts(number(batch))
                .equals(Map.of("WITHDRAWN", 1)));
    }

    private String held(InvitationId invitation) throws Exception {
        String batch = String.valueOf(
                pages.submit("/batches", "reviewer", List.of("action", "REJECT", "select", invitation.value()))
                        .location());
        pages.submit(
                batch + "/start",
                "reviewer",
                List.of("reason", "Agreed with all of them in ticket 4711.", "item", "1"));
        Await.until("it is on hold", TIMEOUT, isHeldAndJobRan(batch));
        return batch;
    }

    /** The first run of the job decides, and a later one looks for the results. */
    private BooleanSupplier isHeldAndJobRan(String batch) {
        return () -> items.counts(number(batch)).equals(Map.of("HELD", 1))
                && jdbc.sql("""
                                select count(*) from scheduled_tasks
                                where task_name = 'batch' and task_instance = :batch and picked""")
                                .param("batch", batch.replaceAll(".*/", ""))
                                .query(Integer.class)
                                .single()
                        == 0;
    }

    private void endHold(String batch) {
        jdbc.sql("update decision set held_until = now(), next_at = now() where batch_id = :batch")
                .param("batch", number(batch))
                .update();
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'decision'")
                .update();
    }

    private Batch.State state(String batch) {
        return batches.find(number(batch)).orElseThrow().state();
    }

    private List<String> entries(String batch) {
        return jdbc.sql("select message from audit_entry where action = 'BATCH' and message like :batch order by seq")
                .param("batch", "bulk decision " + number(batch) + " %")
                .query(String.class)
                .list();
    }

    private static long number(String batch) {
        return Long.parseLong(batch.replaceAll(".*/", ""));
    }
}
