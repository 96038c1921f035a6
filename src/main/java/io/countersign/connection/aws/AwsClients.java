package io.countersign.connection.aws;

import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Region;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;
import software.amazon.awssdk.utils.ThreadFactoryBuilder;

/**
 * Creates SDK clients on first use and keeps them until the application stops. Clients are shared per Region, not per
 * account: each request carries its own credentials.
 */
public final class AwsClients implements AutoCloseable {

    private static final int READS_AT_ONCE = 128;
    private static final int DECISIONS_AT_ONCE = 32;

    private final ConnectionProperties.Aws properties;
    private final MetricPublisher metrics;
    private final OutboundProxies proxies;
    private final List<ExecutionInterceptor> interceptors;
    private final Map<Region, WellArchitectedClient> reading = new HashMap<>();
    private final Map<Region, WellArchitectedClient> deciding = new HashMap<>();
    private final Map<Region, StsClient> readingSts = new HashMap<>();
    private final Map<Region, StsClient> decidingSts = new HashMap<>();
    private final Map<Region, OrganizationsClient> organizations = new HashMap<>();
    private final Deque<SdkAutoCloseable> opened = new ArrayDeque<>();
    private final SdkHttpClient readingHttp;
    private final SdkHttpClient decidingHttp;
    private final ScheduledExecutorService timers;

    public AwsClients(ConnectionProperties.Aws properties, MetricPublisher metrics) {
        this(properties, metrics, OutboundProxies.ofProcess());
    }

    /** @param interceptors see every request and response */
    public AwsClients(
            ConnectionProperties.Aws properties,
            MetricPublisher metrics,
            OutboundProxies proxies,
            ExecutionInterceptor... interceptors) {
        this.properties = properties;
        this.metrics = metrics;
        this.proxies = proxies;
        this.interceptors = List.of(interceptors);
        this.readingHttp = opened(http(READS_AT_ONCE));
        // decisions have their own pool, so that they do not wait for a poll to release a connection
        this.decidingHttp = opened(http(DECISIONS_AT_ONCE));
        this.timers = Executors.newScheduledThreadPool(
                2,
                new ThreadFactoryBuilder()
                        .threadNamePrefix("aws-timers")
                        .daemonThreads(true)
                        .build());
        opened.push(timers::shutdownNow);
    }

    /** Returns a client that retries transient failures. */
    public synchronized WellArchitectedClient reading(Region region) {
        return reading.computeIfAbsent(
                region, r -> client(WellArchitectedClient.builder(), r, readingHttp, this::withRetries));
    }

    /** Returns a client that never retries. */
    public synchronized WellArchitectedClient deciding(Region region) {
        return deciding.computeIfAbsent(
                region, r -> client(WellArchitectedClient.builder(), r, decidingHttp, this::withoutRetries));
    }

    public synchronized StsClient readingSts(Region region) {
        return readingSts.computeIfAbsent(region, r -> client(StsClient.builder(), r, readingHttp, this::withRetries));
    }

    /** Returns a client that retries transient failures, because assuming a role twice is harmless. */
    public synchronized StsClient decidingSts(Region region) {
        return decidingSts.computeIfAbsent(
                region, r -> client(StsClient.builder(), r, decidingHttp, this::withRetries));
    }

    public synchronized OrganizationsClient organizations(Region region) {
        return organizations.computeIfAbsent(
                region, r -> client(OrganizationsClient.builder(), r, readingHttp, this::withRetries));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            B builder, Region region, SdkHttpClient http, Consumer<ClientOverrideConfiguration.Builder> settings) {
        String endpoint = properties.endpoint();
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return opened(builder.region(software.amazon.awssdk.regions.Region.of(region.value()))
                .httpClient(http)
                // requests without explicit credentials must fail instead of using those of the process
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(settings.andThen(this::withCommonSettings))
                .build());
    }

    private void withRetries(ClientOverrideConfiguration.Builder settings) {
        // accounts in a Region share a client, and a throttled account must not use up the retries of the others
        StandardRetryStrategy retries = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .circuitBreakerEnabled(false)
                .build();
        settings.retryStrategy(retries)
                .apiCallTimeout(properties.readTimeout())
                .apiCallAttemptTimeout(properties.attemptTimeout());
    }

    private void withoutRetries(ClientOverrideConfiguration.Builder settings) {
        settings.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(properties.decisionTimeout());
    }

    private void withCommonSettings(ClientOverrideConfiguration.Builder settings) {
        @Nullable String version = AwsClients.class.getPackage().getImplementationVersion();
        interceptors.forEach(settings::addExecutionInterceptor);
        settings.scheduledExecutorService(timers)
                .addMetricPublisher(metrics)
                .putAdvancedOption(
                        SdkAdvancedClientOption.USER_AGENT_SUFFIX,
                        "countersign/" + (version == null ? "dev" : version));
    }

    private SdkHttpClient http(int maxConnections) {
        return proxies.httpClient()
                .maxConnections(maxConnections)
                .connectionTimeout(properties.connectTimeout())
                .socketTimeout(properties.readTimeout())
                // sending on a connection that the server has closed would make a decision unclear
                .connectionMaxIdleTime(Duration.ofSeconds(5))
                .build();
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
