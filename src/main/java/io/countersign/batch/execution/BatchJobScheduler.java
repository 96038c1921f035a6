package io.countersign.batch.execution;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Schedules the job of a bulk decision in the transaction that starts it. Another replica continues after a crash. */
@Component
public class BatchJobScheduler {

    static final String TASK = "batch";

    private final Scheduler scheduler;
    private final CustomTask<Void> task;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    BatchJobScheduler(Scheduler scheduler, CustomTask<Void> batchTask, JdbcClient jdbc, InstantSource clock) {
        this.scheduler = scheduler;
        this.task = batchTask;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(BatchStarted started) {
        schedule(String.valueOf(started.id()));
    }

    /** Runs after the commit, because the scheduler sees the job only then. */
    @TransactionalEventListener
    void onCommit(BatchStarted started) {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Safety net: schedules the jobs of running bulk decisions that have none. */
    @Scheduled(fixedDelayString = "PT30S")
    public void sweep() {
        jdbc.sql("""
                select id from batch b
                where state = 'RUNNING' and not exists (select 1 from scheduled_tasks
                  where task_name = :task and task_instance = cast(b.id as varchar(20)))
                order by id""").param("task", TASK).query(String.class).list().forEach(this::schedule);
    }

    private void schedule(String id) {
        scheduler.scheduleIfNotExists(task.instance(id), clock.instant());
    }
}
