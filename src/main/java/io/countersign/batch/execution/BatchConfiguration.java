package io.countersign.batch.execution;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.countersign.batch.BatchProperties;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the job that executes bulk decisions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BatchProperties.class)
class BatchConfiguration {

    @Bean
    CustomTask<Void> batchTask(BatchJobHandler job) {
        return Tasks.custom(BatchJobScheduler.TASK, Void.class)
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Optional<Instant> next = job.run(Long.parseLong(instance.getId()));
                    return (complete, operations) ->
                            next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }
}
