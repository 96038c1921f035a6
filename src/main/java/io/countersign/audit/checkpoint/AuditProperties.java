package io.countersign.audit.checkpoint;

import io.countersign.audit.chain.TrustedKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration of signing and verification.
 *
 * @param key the private Ed25519 key in PKCS#8, as PEM or base64; usually from the environment
 * @param keyFile the file with the key if {@code key} is missing; created if it does not exist
 * @param trustedKeys the IDs or public keys (base64 of X.509) whose checkpoints verification accepts; without any, those that this
 *     installation signed with
 * @param witnessFile the file in which this installation remembers its keys and checkpoints; keep it apart from the database and
 *     the checkpoints
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
        @DefaultValue List<String> trustedKeys,
        @DefaultValue("./data/audit-witness.json") Path witnessFile,
        @DefaultValue("./data/checkpoints") Path directory,
        @Nullable Bucket bucket,
        @DefaultValue("1h") Duration every,
        @DefaultValue("1000") int entries,
        @DefaultValue("1h") Duration verifyEvery) {

    public AuditProperties {
        trustedKeys = List.copyOf(trustedKeys);
        configuredKeys(trustedKeys);
        positive("every", every);
        positive("verify-every", verifyEvery);
        if (entries < 1) {
            throw new IllegalArgumentException("countersign.audit.entries: must be at least 1");
        }
    }

    /** The configured keys, or those that this installation remembers. */
    public TrustedKeys trusted(Witness witness) {
        return trustedKeys.isEmpty() ? TrustedKeys.pinned(witness.keys()) : configuredKeys(trustedKeys);
    }

    private static TrustedKeys configuredKeys(List<String> keys) {
        try {
            return TrustedKeys.named(keys);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("countersign.audit.trusted-keys: " + e.getMessage(), e);
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
            required("name", name);
            required("region", region);
            positive("bucket.retain", retain);
        }

        private static void required(String name, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException(
                        "countersign.audit.bucket." + name + ": is missing; a bucket needs a name and a region");
            }
        }
    }
}
