package io.countersign.decision.execution;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.countersign.decision.eligibility.ApprovalRuleProperties;
import io.countersign.decision.eligibility.HoldProperties;
import io.countersign.decision.eligibility.LooseningProperties;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the jobs of decisions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HoldProperties.class, ApprovalRuleProperties.class, LooseningProperties.class})
class DecisionConfiguration {

    @Bean
    CustomTask<Void> decisionTask(DecisionJobHandler job) {
        return Tasks.custom(DecisionJobScheduler.TASK, Void.class)
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Optional<Instant> next = job.run(Long.parseLong(instance.getId()));
                    return (complete, operations) ->
                            next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
                });
    }
}
