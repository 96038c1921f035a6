package io.countersign.sync.poll;

import static io.countersign.invitation.InvitationColumns.time;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.countersign.connection.Connections;
import io.countersign.connection.Source;
import io.countersign.sync.source.ConnectedSourceSync;
import io.countersign.sync.source.SourceName;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Schedules a job for every connected source in the database, which all replicas share. */
@Component
public class PollJobScheduler {

    public static final String TASK = "poll";

    private static final Logger log = LoggerFactory.getLogger(PollJobScheduler.class);

    private final Connections connections;
    private final Scheduler scheduler;
    private final CustomTask<Void> task;
    private final ConnectedSourceSync rows;
    private final PollBackoff pollBackoff;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    PollJobScheduler(
            Connections connections,
            Scheduler scheduler,
            CustomTask<Void> pollTask,
            ConnectedSourceSync rows,
            PollBackoff pollBackoff,
            JdbcClient jdbc,
            InstantSource clock) {
        this.connections = connections;
        this.scheduler = scheduler;
        this.task = pollTask;
        this.rows = rows;
        this.pollBackoff = pollBackoff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Schedules missing jobs at the start and repeatedly, because this replica or another may add a connection. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    public void enrol() {
        Set<String> scheduled =
                new HashSet<>(jdbc.sql("select task_instance from scheduled_tasks where task_name = :task")
                        .param("task", TASK)
                        .query(String.class)
                        .list());
        List<Source> connected = connections.sources();
        rows.update(connected);
        List<SchedulableInstance<?>> missing = new ArrayList<>();
        for (Source source : connected) {
            if (!scheduled.contains(SourceName.of(source))) {
                missing.add(SchedulableInstance.of(
                        task.instance(SourceName.of(source)), clock.instant().plus(pollBackoff.beforeFirstPoll())));
            }
        }
        if (!missing.isEmpty()) {
            schedule(missing);
        }
    }

    /** Safety net: a request may arrive after a running job has checked for requests and before it ends. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void runMissedRequests() {
        runRequested();
    }

    private void schedule(List<SchedulableInstance<?>> missing) {
        try {
            scheduler.scheduleBatch(missing);
        } catch (RuntimeException e) {
            // another replica schedules the same jobs, so each is added only if it does not exist
            log.debug("the jobs are added one by one", e);
            missing.forEach(scheduler::scheduleIfNotExists);
        }
        log.info("{} sources enrolled for reading", missing.size());
    }

    /** Makes the requested jobs due now; a running job checks for requests itself when it ends. */
    public void runRequested() {
        int advanced = jdbc.sql("""
                update scheduled_tasks set execution_time = :now
                where task_name = :task and picked = false and execution_time > :now
                  and exists (select 1 from source
                    where account_id = substring(task_instance, 1, 12) and region = substring(task_instance, 14)
                      and wanted_at is not null and (tried_at is null or tried_at < wanted_at))""")
                .param("task", TASK)
                .param("now", time(clock.instant()))
                .update();
        if (advanced > 0) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
