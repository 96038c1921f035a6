package io.countersign.audit.checkpoint;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.countersign.audit.ObjectLockBuckets;
import io.countersign.audit.chain.SigningKey;
import io.countersign.database.BeforeTables;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires the signing of the audit log. The job runs on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class CheckpointConfiguration {

    private static final Logger log = LoggerFactory.getLogger(CheckpointConfiguration.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    /** Before any bean is created, so that a start with an unusable key leaves nothing behind. */
    @Bean
    static BeanFactoryPostProcessor keyProblems(Environment environment) {
        return beans -> SigningKeyLoader.check(
                Binder.get(environment).bindOrCreate("countersign.audit", AuditProperties.class));
    }

    /** Creates a missing key file after the first connection to the database, so that a start without one creates no key. */
    @Bean
    BeforeTables keyBeforeTables(AuditProperties properties) {
        return () -> log.debug(
                "The tables are created after the key {} is found",
                SigningKeyLoader.load(properties).id());
    }

    @Bean
    @DependsOnDatabaseInitialization
    SigningKey signingKey(AuditProperties properties) {
        return SigningKeyLoader.load(properties);
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
