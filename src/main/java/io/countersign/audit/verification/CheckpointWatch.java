package io.countersign.audit.verification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.countersign.audit.chain.Finding;
import io.countersign.audit.checkpoint.CheckpointRepository;
import io.countersign.audit.checkpoint.CheckpointWitness;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Raises the alarm between two verifications: at startup and every half minute. */
@Component
public class CheckpointWatch {

    private static final Logger log = LoggerFactory.getLogger(CheckpointWatch.class);
    private static final TaskInstanceId JOB = TaskInstanceId.of(VerificationService.JOB, RecurringTask.INSTANCE);

    private final CheckpointWitness witness;
    private final CheckpointRepository checkpoints;
    private final VerificationRepository rows;
    private final InstantSource clock;

    public CheckpointWatch(
            CheckpointWitness witness,
            CheckpointRepository checkpoints,
            VerificationRepository rows,
            InstantSource clock) {
        this.witness = witness;
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.clock = clock;
    }

    /** Each replica compares its own memory when it starts. */
    @EventListener(ApplicationReadyEvent.class)
    public void compare() {
        Finding missing = witness.missing();
        if (missing != null) {
            log.error("A CHECKPOINT OF THE AUDIT LOG IS LOST: {}", missing.text());
            rows.alarmed(missing);
        }
    }

    void run(SchedulerClient scheduler) {
        compare();
        if (isFirstCheckpointUnverified()) {
            verifyNow(scheduler);
        }
    }

    /** A new installation verifies before its first checkpoint; the result would not be vouched for until the next hour. */
    public boolean isFirstCheckpointUnverified() {
        VerificationState state = rows.state();
        return state.checkpointAt() == null
                && state.kind() == null
                && state.failure() == null
                && !state.running()
                && !checkpoints.endsOfStored().isEmpty();
    }

    private void verifyNow(SchedulerClient scheduler) {
        try {
            scheduler.reschedule(JOB, clock.instant());
        } catch (TaskInstanceException e) {
            log.debug("it is running already", e);
        }
    }
}
