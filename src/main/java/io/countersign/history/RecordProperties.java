package io.countersign.history;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the record is signed and checked.
 *
 * @param key the private key itself, Ed25519 in PKCS#8, as PEM or base64; for the environment
 * @param keyFile where the key lies otherwise; made there if there is none
 * @param directory where checkpoints go, unless there is a bucket
 * @param bucket where they go instead
 * @param every the longest time between two checkpoints
 * @param entries the most entries between two checkpoints
 * @param verifyEvery the pause between two verifications of the whole record
 */
@ConfigurationProperties("countersign.record")
record RecordProperties(
        @Nullable String key,
        @DefaultValue("./data/record-key.pem") Path keyFile,
        @DefaultValue("./data/checkpoints") Path directory,
        @Nullable Bucket bucket,
        @DefaultValue("1h") Duration every,
        @DefaultValue("1000") int entries,
        @DefaultValue("1h") Duration verifyEvery) {

    RecordProperties {
        positive("every", every);
        positive("verify-every", verifyEvery);
        if (entries < 1) {
            throw new IllegalArgumentException("countersign.record.entries: must be at least 1");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("countersign.record." + name + ": must be positive");
        }
    }

    /**
     * A bucket with Object Lock.
     *
     * @param retain how long nobody can delete a checkpoint, its owner included
     * @param endpoint instead of AWS's own
     */
    record Bucket(
            String name,
            String region,
            @DefaultValue("3650d") Duration retain,
            @Nullable URI endpoint) {

        Bucket {
            positive("bucket.retain", retain);
        }
    }
}
