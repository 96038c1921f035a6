package io.countersign.audit.checkpoint;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.countersign.audit.ObjectLockBuckets;
import io.countersign.audit.chain.SigningKey;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the signing of the audit log. The job runs on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class CheckpointConfiguration {

    private static final Logger log = LoggerFactory.getLogger(CheckpointConfiguration.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    @Bean
    SigningKey signingKey(AuditProperties properties) {
        return SigningKeyLoader.load(properties);
    }

    /** Finds an unusable key before the tables are created, so that such a start changes nothing. */
    @Bean
    FlywayConfigurationCustomizer keyBeforeTables(SigningKey key) {
        return configuration -> log.debug("The tables are created after the key {} is found", key.id());
    }

    @Bean
    CheckpointStore checkpointStore(AuditProperties properties, ObjectLockBuckets buckets) {
        AuditProperties.Bucket bucket = properties.bucket();
        return bucket == null
                ? new CheckpointFile(properties.directory())
                : new CheckpointBucket(
                        buckets.open(bucket.name(), bucket.region(), bucket.endpoint()), bucket.retain());
    }

    @Bean
    CheckpointWitness checkpointWitness(
            AuditProperties properties, SigningKey key, CheckpointRepository checkpoints, CheckpointStore store) {
        return new CheckpointWitness(properties, key, checkpoints, store);
    }

    /** Runs before the first request and the first job, because both append entries. */
    @Bean
    SmartInitializingSingleton auditLogStartup(CheckpointSigner signer, CheckpointPublisher publisher) {
        return () -> {
            signer.introduceKey();
            publisher.start();
        };
    }

    @Bean
    RecurringTask<Void> checkpointTask(CheckpointSigner signer, CheckpointPublisher publisher) {
        return Tasks.recurring("checkpoint", FixedDelay.of(INTERVAL)).execute((instance, context) -> {
            signer.signIfDue();
            publisher.publishWaiting();
        });
    }
}
