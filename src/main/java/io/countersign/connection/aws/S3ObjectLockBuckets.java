package io.countersign.connection.aws;

import io.countersign.audit.ObjectLockBucket;
import io.countersign.audit.ObjectLockBuckets;
import io.countersign.connection.Region;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens S3 buckets with the credentials of the process. */
public final class S3ObjectLockBuckets implements ObjectLockBuckets {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    private final AwsCredentialsProvider credentials;

    public S3ObjectLockBuckets(AwsCredentialsProvider credentials) {
        this.credentials = credentials;
    }

    @Override
    public ObjectLockBucket open(String name, String region, @Nullable URI endpoint) {
        S3Client client = S3Client.builder()
                .region(software.amazon.awssdk.regions.Region.of(new Region(region).value()))
                .credentialsProvider(credentials)
                .httpClientBuilder(OutboundProxies.ofProcess().httpClient())
                .endpointOverride(endpoint)
                .forcePathStyle(endpoint != null)
                // texts are short, so each is one signed request with its checksum in a header
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .overrideConfiguration(manner -> manner.apiCallTimeout(CALL_TIMEOUT))
                .build();
        return new S3ObjectLockBucket(client, name);
    }
}
