package io.countersign.connection.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Region;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.http.HttpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;

class OutboundProxiesTests {

    private static final Region IRELAND = new Region("eu-west-1");
    private static final StaticCredentialsProvider KEYS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "secret"));

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private ConnectProxy proxy;

    @BeforeEach
    void start() throws IOException {
        proxy = new ConnectProxy("HTTP/1.1 403 Forbidden\r\n");
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
    }

    private OutboundProxies proxies() {
        return new OutboundProxies(properties::get, environment::get);
    }

    private AwsClients clients() {
        ConnectionProperties.Aws settings = new ConnectionProperties.Aws(
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofHours(1));
        return new AwsClients(settings, new AwsCallMetrics(new SimpleMeterRegistry()), proxies());
    }

    private static void withKeys(AwsRequestOverrideConfiguration.Builder call) {
        call.credentialsProvider(KEYS);
    }

    @Test
    void sendsEveryClientThroughTheProxyOfTheEnvironment() {
        environment.put("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());
        try (AwsClients clients = clients()) {
            assertThatThrownBy(() -> clients.reading(IRELAND)
                    .listShareInvitations(r -> r.overrideConfiguration(OutboundProxiesTests::withKeys)));
            assertThatThrownBy(
                    () -> clients.deciding(IRELAND).updateShareInvitation(r -> r.shareInvitationId("0".repeat(32))
                            .shareInvitationAction("REJECT")
                            .overrideConfiguration(OutboundProxiesTests::withKeys)));
            assertThatThrownBy(() -> clients.readingSts(IRELAND)
                    .getCallerIdentity(r -> r.overrideConfiguration(OutboundProxiesTests::withKeys)));
            assertThatThrownBy(() -> clients.decidingSts(IRELAND)
                    .getCallerIdentity(r -> r.overrideConfiguration(OutboundProxiesTests::withKeys)));
            assertThatThrownBy(() -> clients.organizations(new Region("us-east-1"))
                    .listAccounts(r -> r.overrideConfiguration(OutboundProxiesTests::withKeys)));
        }
        assertThat(proxy.requests)
                .containsExactly(
                        "CONNECT wellarchitected.eu-west-1.amazonaws.com:443 HTTP/1.1",
                        "CONNECT wellarchitected.eu-west-1.amazonaws.com:443 HTTP/1.1",
                        "CONNECT sts.eu-west-1.amazonaws.com:443 HTTP/1.1",
                        "CONNECT sts.eu-west-1.amazonaws.com:443 HTTP/1.1",
                        "CONNECT organizations.us-east-1.amazonaws.com:443 HTTP/1.1");
    }

    /** Buckets, and the clients that the SDK creates for a web identity, read the settings of the process. */
    @Test
    void sendsOtherClientsThroughTheProxyOfTheSystemProperties() {
        System.setProperty("https.proxyHost", "127.0.0.1");
        System.setProperty("https.proxyPort", String.valueOf(proxy.port()));
        try (SdkHttpClient web =
                        new ProxiedHttpService().createHttpClientBuilder().build();
                var sts = software.amazon.awssdk.services.sts.StsClient.builder()
                        .region(software.amazon.awssdk.regions.Region.EU_WEST_1)
                        .credentialsProvider(KEYS)
                        .httpClient(web)
                        .build();
                var bucket = new S3ObjectLockBuckets(KEYS).open("checkpoints", "eu-west-1", null)) {
            assertThatThrownBy(sts::getCallerIdentity).isNotNull();
            assertThatThrownBy(() -> bucket.keys("")).isInstanceOf(IOException.class);
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
        assertThat(proxy.requests)
                .contains(
                        "CONNECT sts.eu-west-1.amazonaws.com:443 HTTP/1.1",
                        "CONNECT checkpoints.s3.eu-west-1.amazonaws.com:443 HTTP/1.1");
    }

    @Test
    void authenticatesToTheProxy() throws IOException {
        proxy.close();
        proxy = new ConnectProxy("HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n");
        environment.put("https_proxy", "http://ana:p%40ss@127.0.0.1:" + proxy.port());
        try (AwsClients clients = clients()) {
            assertThatThrownBy(
                    () -> clients.deciding(IRELAND).updateShareInvitation(r -> r.shareInvitationId("0".repeat(32))
                            .shareInvitationAction("REJECT")
                            .overrideConfiguration(OutboundProxiesTests::withKeys)));
        }
        // ana:p@ss
        assertThat(proxy.authorizations).containsExactly("Basic YW5hOnBAc3M=");
    }

    @ParameterizedTest
    @CsvSource({
        "'', wellarchitected.eu-west-1.amazonaws.com, true",
        "amazonaws.com, wellarchitected.eu-west-1.amazonaws.com, false",
        ".amazonaws.com, STS.eu-west-1.amazonaws.com, false",
        "*.amazonaws.com, sts.eu-west-1.amazonaws.com, false",
        "amazonaws.com:443, sts.eu-west-1.amazonaws.com, false",
        "aws.com, sts.eu-west-1.amazonaws.com, true",
        "'corp.example, 10.1.2.3', 10.1.2.3, false",
        "10.0.0.0/8, 10.1.2.3, false",
        "'corp.example, 10.0.0.0/8', 11.1.2.3, true",
        "10.0.0.0/8, sts.eu-west-1.amazonaws.com, true",
        "fd00::/8, '[fd00::1]', false",
        "'[fd00::1]:443', '[fd00::1]', false",
        "fd00::1, '[fd00::2]', true",
        "10.*, 10.1.2.3, false",
        "vpce-*, vpce-1.sts.eu-west-1.vpce.amazonaws.com, false",
        "vpce-*, sts.eu-west-1.amazonaws.com, true",
        "*, sts.eu-west-1.amazonaws.com, false",
        "'', 127.0.0.1, false",
        "'', localhost, false"
    })
    void honorsTheHostsThatNeedNoProxy(String direct, String target, boolean proxied) {
        environment.put("HTTPS_PROXY", "proxy.example:3128");
        environment.put("NO_PROXY", direct);
        assertThat(proxies().forTarget(new HttpHost(target, 443, "https")).isPresent())
                .isEqualTo(proxied);
        environment.clear();
        properties.put("https.proxyHost", "proxy.example");
        properties.put("http.nonProxyHosts", direct.replace(", ", "|"));
        assertThat(proxies().forTarget(new HttpHost(target, 443, "https")).isPresent())
                .isEqualTo(proxied);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "corp.example/8"})
    void namesAMalformedRangeOfAddresses(String range) {
        environment.put("HTTPS_PROXY", "proxy.example:3128");
        environment.put("HTTP_PROXY", "proxy.example:3128");
        environment.put("NO_PROXY", "amazonaws.com," + range);
        assertThat(proxies().problems())
                .containsExactly("NO_PROXY: " + range + " is not a range of addresses such as 10.0.0.0/8");
    }

    @Test
    void prefersSystemPropertiesAndKeepsSchemesApart() {
        properties.put("https.proxyHost", "first.example");
        properties.put("https.proxyPort", "3128");
        environment.put("HTTPS_PROXY", "http://second.example:3128");
        environment.put("HTTP_PROXY", "http://third.example");
        assertThat(proxies().forTarget(new HttpHost("sts.amazonaws.com", 443, "https")))
                .hasValueSatisfying(found -> assertThat(found.address()).hasToString("http://first.example:3128"));
        assertThat(proxies().forTarget(new HttpHost("sts.amazonaws.com", 80, "http")))
                .hasValueSatisfying(found -> assertThat(found.address()).hasToString("http://third.example:80"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http://bad host:1", "http://user:secret@:3128", "http://proxy:port"})
    void namesAMalformedSettingWithoutItsValue(String value) {
        environment.put("HTTPS_PROXY", value);
        assertThat(proxies().problems())
                .containsExactly("HTTPS_PROXY: is not the address of a proxy such as http://proxy.example:3128");
    }
}
