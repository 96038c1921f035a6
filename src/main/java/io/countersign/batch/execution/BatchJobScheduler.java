package io.countersign.batch.execution;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that every batch that runs has its job in the database, which all replicas share: one of them carries it out,
 * and another takes it up where that one ends.
 */
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

    @Scheduled(fixedDelayString = "PT0.5S")
    public void enrol() {
        jdbc.sql("""
                select id from batch b
                where state = 'RUNNING' and not exists (select 1 from scheduled_tasks
                  where task_name = :task and task_instance = cast(b.id as varchar(20)))
                order by id""")
                .param("task", TASK)
                .query(String.class)
                .list()
                .forEach(id ->
                        scheduler.scheduleIfNotExists(SchedulableInstance.of(task.instance(id), clock.instant())));
    }
}
