package io.countersign.audit.checkpoint;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration of signing and verification.
 *
 * @param key the private Ed25519 key in PKCS#8, as PEM or base64; usually from the environment
 * @param keyFile the file with the key if {@code key} is missing; created if it does not exist
 * @param directory the directory of the checkpoints, unless there is a bucket
 * @param bucket the bucket of the checkpoints
 * @param every the longest time between two checkpoints
 * @param entries the most entries between two checkpoints
 * @param verifyEvery the pause between two verifications of the whole log
 */
@ConfigurationProperties("countersign.audit")
public record AuditProperties(
        @Nullable String key,
        @DefaultValue("./data/audit-key.pem") Path keyFile,
        @DefaultValue("./data/checkpoints") Path directory,
        @Nullable Bucket bucket,
        @DefaultValue("1h") Duration every,
        @DefaultValue("1000") int entries,
        @DefaultValue("1h") Duration verifyEvery) {

    public AuditProperties {
        positive("every", every);
        positive("verify-every", verifyEvery);
        if (entries < 1) {
            throw new IllegalArgumentException("countersign.audit.entries: must be at least 1");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("countersign.audit." + name + ": must be positive");
        }
    }

    /**
     * A bucket with Object Lock.
     *
     * @param retain the time during which a checkpoint cannot be deleted
     * @param endpoint replaces the endpoint of AWS
     */
    public record Bucket(
            String name,
            String region,
            @DefaultValue("3650d") Duration retain,
            @Nullable URI endpoint) {

        public Bucket {
            positive("bucket.retain", retain);
        }
    }
}
