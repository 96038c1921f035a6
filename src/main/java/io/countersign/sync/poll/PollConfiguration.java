package io.countersign.sync.poll;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.countersign.connection.ConnectionVerification;
import io.countersign.connection.Connections;
import io.countersign.connection.api.ShareInvitations;
import io.countersign.sync.SyncProperties;
import io.countersign.sync.source.SourceName;
import io.countersign.sync.source.SourceStatusRepository;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Configures the poll jobs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PollConfiguration {

    @Bean
    AwsCallLimiter awsCallLimiter(SyncProperties properties) {
        return new AwsCallLimiter(properties.parallel());
    }

    @Bean
    SourceReader sourceReader(
            ShareInvitations shareInvitations, AwsCallLimiter limiter, ConnectionVerification verification) {
        return new SourceReader(shareInvitations, limiter, verification);
    }

    @Bean
    PollBackoff pollBackoff(SyncProperties properties) {
        return new PollBackoff(properties, () -> ThreadLocalRandom.current().nextDouble());
    }

    @Bean
    PollJobHandler pollJobHandler(
            Connections connections,
            SourcePollService sourcePollService,
            SourceStatusRepository statuses,
            PollBackoff pollBackoff,
            SyncProperties properties,
            PollMetrics metrics,
            InstantSource clock) {
        return new PollJobHandler(
                connections,
                sourcePollService,
                statuses,
                pollBackoff,
                new AccountLimiter(properties.perAccount()),
                metrics,
                clock);
    }

    @Bean
    CustomTask<Void> pollTask(PollJobHandler pollJobHandler) {
        return Tasks.custom(PollJobScheduler.TASK, Void.class)
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    PollJobHandler.Next next = pollJobHandler.run(SourceName.parse(instance.getId()));
                    return (complete, job) -> PollJobHandler.apply(next, complete, job);
                });
    }
}
