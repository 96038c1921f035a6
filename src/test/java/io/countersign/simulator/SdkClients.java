package io.countersign.simulator;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/** Creates clients of the AWS SDK for a simulator, without retries. */
final class SdkClients {

    static final String OWNER = "555566667777";
    static final String RECIPIENT = "111122223333";
    static final String OTHER = "222233334444";

    private final Simulator simulator;

    SdkClients(Simulator simulator) {
        this.simulator = simulator;
    }

    WellArchitectedClient as(String account) {
        return client("AKIADEMO" + account, "demo", "eu-west-1", Duration.ofSeconds(10));
    }

    WellArchitectedClient with(AwsCredentials credentials) {
        return client(credentials, "eu-west-1", Duration.ofSeconds(10));
    }

    WellArchitectedClient client(String key, String secret, String region, Duration timeout) {
        return client(AwsBasicCredentials.create(key, secret), region, timeout);
    }

    private WellArchitectedClient client(AwsCredentials credentials, String region, Duration timeout) {
        return WellArchitectedClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + simulator.port()))
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(
                        ApacheHttpClient.builder().maxConnections(100).socketTimeout(timeout))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }
}
