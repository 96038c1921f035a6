package io.countersign.decision;

import static io.countersign.invitation.InvitationColumns.time;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.countersign.invitation.InvitationColumns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that every decision with something left to do has its job in the database, which all replicas share. What is left
 * is written with the decision itself, so that nothing is lost whenever a process ends.
 */
@Component
class DecisionJobs {

    static final String TASK = "decision";

    private static final Duration AHEAD = Duration.ofSeconds(2);

    private final Scheduler scheduler;
    private final CustomTask<Void> task;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    DecisionJobs(Scheduler scheduler, CustomTask<Void> decisionTask, JdbcClient jdbc, InstantSource clock) {
        this.scheduler = scheduler;
        this.task = decisionTask;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Due(String id, Instant at) {}

    @Scheduled(fixedDelayString = "PT0.5S")
    void enrol() {
        jdbc.sql("""
                select id, next_at from decision d
                where next_at <= :soon and not exists (select 1 from scheduled_tasks
                  where task_name = :task and task_instance = cast(d.id as varchar(20)))
                order by next_at""")
                .param("soon", time(clock.instant().plus(AHEAD)))
                .param("task", TASK)
                .query((row, number) ->
                        new Due(row.getString("id"), Objects.requireNonNull(InvitationColumns.instant(row, "next_at"))))
                .list()
                .forEach(due ->
                        scheduler.scheduleIfNotExists(SchedulableInstance.of(task.instance(due.id()), due.at())));
    }
}
