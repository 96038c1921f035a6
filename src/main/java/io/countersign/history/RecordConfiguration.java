package io.countersign.history;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.countersign.connection.LockedBuckets;
import io.countersign.connection.Region;
import io.countersign.history.chain.SigningKey;
import java.time.Duration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what signs and verifies the record. Each job runs in one replica at a time. */
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

    static final String VERIFICATION = "verification";

    private static final Duration LOOK = Duration.ofSeconds(10);

    @Bean
    SigningKey signingKey(RecordProperties properties) {
        return RecordKey.of(properties);
    }

    @Bean
    CheckpointPlace checkpointPlace(RecordProperties properties, LockedBuckets buckets) {
        RecordProperties.Bucket bucket = properties.bucket();
        return bucket == null
                ? new CheckpointFile(properties.directory())
                : new CheckpointBucket(
                        buckets.open(bucket.name(), new Region(bucket.region()), bucket.endpoint()), bucket.retain());
    }

    /** Before the first request and the first job, which append. */
    @Bean
    SmartInitializingSingleton chainAtStart(EarlyEntries early, Checkpointing checkpointing, Placing placing) {
        return () -> {
            early.chain();
            checkpointing.introduceKey();
            placing.start();
        };
    }

    @Bean
    RecurringTask<Void> checkpointTask(Checkpointing checkpointing, Placing placing) {
        return Tasks.recurring("checkpoint", FixedDelay.of(LOOK)).execute((instance, context) -> {
            checkpointing.signIfDue();
            placing.placeWaiting();
        });
    }

    @Bean
    RecurringTask<Void> verificationTask(Verification verification, RecordProperties properties) {
        return Tasks.recurring(VERIFICATION, FixedDelay.of(properties.verifyEvery()))
                .execute((instance, context) -> verification.run());
    }
}
