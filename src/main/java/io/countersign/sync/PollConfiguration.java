package io.countersign.sync;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.countersign.connection.Connections;
import io.countersign.connection.ShareInvitations;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the poller together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PollConfiguration {

    @Bean
    CallBound callBound(SyncProperties properties) {
        return new CallBound(properties.parallel());
    }

    @Bean
    SourceReader sourceReader(ShareInvitations shareInvitations, CallBound bound) {
        return new SourceReader(shareInvitations, bound);
    }

    @Bean
    Pace pace(SyncProperties properties) {
        return new Pace(properties, () -> ThreadLocalRandom.current().nextDouble());
    }

    @Bean
    Poller poller(
            Connections connections,
            Polls polls,
            SourceStatuses statuses,
            Pace pace,
            SyncProperties properties,
            PollMetrics metrics,
            InstantSource clock) {
        return new Poller(
                connections, polls, statuses, pace, new AccountBound(properties.perAccount()), metrics, clock);
    }

    @Bean
    CustomTask<Void> pollTask(Poller poller) {
        return Tasks.custom(PollJobs.TASK, Void.class).onDeadExecutionRevive().execute((instance, context) -> {
            Poller.Next next = poller.run(SourceName.parse(instance.getId()));
            return (complete, job) -> Poller.apply(next, complete, job);
        });
    }
}
