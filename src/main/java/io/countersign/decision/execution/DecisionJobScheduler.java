package io.countersign.decision.execution;

import static io.countersign.invitation.InvitationColumns.time;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.countersign.decision.Decision;
import io.countersign.decision.DecisionIntended;
import io.countersign.decision.DecisionSettled;
import io.countersign.invitation.InvitationColumns;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Schedules the jobs of decisions, in the transaction that makes them due. All replicas share the jobs. */
@Component
class DecisionJobScheduler {

    static final String TASK = "decision";

    private final Scheduler scheduler;
    private final CustomTask<Void> task;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    DecisionJobScheduler(Scheduler scheduler, CustomTask<Void> decisionTask, JdbcClient jdbc, InstantSource clock) {
        this.scheduler = scheduler;
        this.task = decisionTask;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(DecisionIntended intended) {
        schedule(intended.decision(), ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    @EventListener
    void on(DecisionSettled settled) {
        try {
            schedule(settled.decision(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException byItsJob) {
            // the job returns its next time itself
        }
    }

    private void schedule(Decision decision, ScheduleOptions options) {
        Instant at = decision.lifecycle().nextAt();
        if (at != null) {
            scheduler.schedule(task.instance(String.valueOf(decision.id())), at, options);
        }
    }

    /** Safety net: schedules the jobs of decisions that have none. */
    @Scheduled(fixedDelayString = "PT30S")
    void sweep() {
        jdbc.sql("""
                select id, next_at from decision d
                where next_at <= :now and not exists (select 1 from scheduled_tasks
                  where task_name = :task and task_instance = cast(d.id as varchar(20)))
                order by next_at""")
                .param("now", time(clock.instant()))
                .param("task", TASK)
                .query((row, number) -> scheduler.scheduleIfNotExists(
                        task.instance(row.getString("id")),
                        Objects.requireNonNull(InvitationColumns.instant(row, "next_at"))))
                .list();
    }
}
