package io.countersign.connection;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens buckets with what the process itself may do. */
public final class LockedBuckets {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    private final AwsCredentialsProvider credentials;

    public LockedBuckets(AwsCredentialsProvider credentials) {
        this.credentials = credentials;
    }

    /** @param endpoint instead of AWS's own */
    public LockedBucket open(String name, Region region, @Nullable URI endpoint) {
        S3Client client = S3Client.builder()
                .region(software.amazon.awssdk.regions.Region.of(region.value()))
                .credentialsProvider(credentials)
                .httpClientBuilder(ApacheHttpClient.builder())
                .endpointOverride(endpoint)
                .forcePathStyle(endpoint != null)
                // texts are short: one signed request each, with its checksum in a header
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .overrideConfiguration(manner -> manner.apiCallTimeout(CALL_TIMEOUT))
                .build();
        return new LockedBucket(client, name);
    }
}
