package io.countersign.audit.verification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.countersign.audit.checkpoint.AuditProperties;
import io.countersign.audit.checkpoint.CheckpointSigner;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Schedules the verification of the audit log. The job runs on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {

    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> checkpointWatchTask(CheckpointWatch watch) {
        return Tasks.recurring("checkpoint-watch", FixedDelay.of(WATCH_INTERVAL))
                .execute((instance, context) -> watch.compare());
    }

    /** A new installation signs its first checkpoint before its first verification, so that the result is vouched for. */
    @Bean
    RecurringTask<Void> verificationTask(
            CheckpointSigner signer, VerificationService verification, AuditProperties properties) {
        return Tasks.recurring(VerificationService.JOB, FixedDelay.of(properties.verifyEvery()))
                .execute((instance, context) -> {
                    signer.signIfDue();
                    verification.run();
                });
    }
}
