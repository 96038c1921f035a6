package io.countersign.connection;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The SDK's clients, made when first needed and kept until the application stops. */
final class AwsClients implements AutoCloseable {

    /** One client that repeats reads, and one that never repeats a decision. */
    record Pair(WellArchitectedClient reading, WellArchitectedClient deciding) {}

    private final ConnectionProperties properties;
    private final Connections connections;
    private final Map<Source, Pair> pairs = new HashMap<>();
    private final Map<AccountId, AwsCredentialsProvider> credentials = new HashMap<>();
    private final Deque<SdkAutoCloseable> opened = new ArrayDeque<>();
    private final SdkHttpClient http;

    AwsClients(ConnectionProperties properties, Connections connections) {
        this.properties = properties;
        this.connections = connections;
        this.http = opened(ApacheHttpClient.builder()
                .maxConnections(64)
                .connectionTimeout(properties.aws().connectTimeout())
                .socketTimeout(properties.aws().readTimeout())
                // a connection that the far side has closed meanwhile would make a decision unclear
                .connectionMaxIdleTime(Duration.ofSeconds(5))
                .build());
    }

    /** Empty where the source is not one of ours. */
    synchronized Optional<Pair> find(Source source) {
        return connections
                .find(source.account())
                .filter(connection -> connection.regions().contains(source.region()))
                .map(connection -> pairs.computeIfAbsent(source, s -> pair(connection, s.region())));
    }

    private Pair pair(Connection connection, Region region) {
        AwsCredentialsProvider provider =
                credentials.computeIfAbsent(connection.account(), a -> credentials(connection));
        return new Pair(client(provider, region, this::reading), client(provider, region, this::deciding));
    }

    private WellArchitectedClient client(
            AwsCredentialsProvider provider, Region region, Consumer<ClientOverrideConfiguration.Builder> manner) {
        return opened(common(WellArchitectedClient.builder(), region, manner)
                .credentialsProvider(provider)
                .httpClient(http)
                .build());
    }

    private <B extends AwsClientBuilder<B, ?>> B common(
            B builder, Region region, Consumer<ClientOverrideConfiguration.Builder> manner) {
        String endpoint = properties.aws().endpoint();
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return builder.region(software.amazon.awssdk.regions.Region.of(region.value()))
                .overrideConfiguration(manner.andThen(AwsClients::signed));
    }

    private void reading(ClientOverrideConfiguration.Builder manner) {
        manner.retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                .apiCallTimeout(properties.aws().readTimeout())
                .apiCallAttemptTimeout(properties.aws().attemptTimeout());
    }

    private void deciding(ClientOverrideConfiguration.Builder manner) {
        manner.retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallTimeout(properties.aws().decisionTimeout());
    }

    private static void signed(ClientOverrideConfiguration.Builder manner) {
        @Nullable String version = AwsClients.class.getPackage().getImplementationVersion();
        manner.putAdvancedOption(
                SdkAdvancedClientOption.USER_AGENT_SUFFIX, "countersign/" + (version == null ? "dev" : version));
    }

    private AwsCredentialsProvider credentials(Connection connection) {
        AwsCredentialsProvider own = ownCredentials(connection);
        return new MarkedCredentials(connection.roleArn() == null ? own : assumed(connection, own));
    }

    private AwsCredentialsProvider ownCredentials(Connection connection) {
        return properties.connections().stream()
                .filter(c ->
                        c.accountId().equals(connection.account().value()) && !PropertyCheck.blank(c.accessKeyId()))
                .findFirst()
                .<AwsCredentialsProvider>map(c -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(c.accessKeyId(), c.secretAccessKey())))
                .orElseGet(() -> opened(DefaultCredentialsProvider.builder().build()));
    }

    private AwsCredentialsProvider assumed(Connection connection, AwsCredentialsProvider own) {
        StsClient sts = opened(common(StsClient.builder(), connection.regions().get(0), this::reading)
                .credentialsProvider(own)
                .httpClient(http)
                .build());
        return opened(StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(connection.roleArn())
                        .roleSessionName("countersign-read")
                        .externalId(connection.externalId()))
                .build());
    }

    private <C extends SdkAutoCloseable> C opened(C resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
