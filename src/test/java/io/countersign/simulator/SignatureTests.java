package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;
import tools.jackson.databind.json.JsonMapper;

/** Checks that invalid signatures are refused before any rule runs, with the errors of AWS. */
class SignatureTests {

    private static final String KEY = "AKIADEMO111122223333";
    private static final String ID = "0".repeat(32);

    private Simulator simulator;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(new SimulatorOptions(0, null, false));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "AKIADEMO000000000000, demo,  eu-west-1, UnrecognizedClientException",
        "AKIAREAL111122223333, demo,  eu-west-1, UnrecognizedClientException",
        "AKIADEMO111122223333, wrong, eu-west-1, InvalidSignatureException",
        "AKIADEMO111122223333, demo,  mars-1,    InvalidSignatureException"
    })
    void refusesWrongKeysSecretsAndRegions(String key, String secret, String region, String code) {
        try (var client = new SdkClients(simulator).client(key, secret, region, Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> client.listShareInvitations(b -> {}))
                    .asInstanceOf(type(WellArchitectedException.class))
                    .satisfies(e -> {
                        assertThat(e.statusCode()).isEqualTo(403);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                    });
        }
    }

    @Test
    void acceptsASignedRequestAndAnUnsignedPayload() {
        assertThat(send(signed("wellarchitected", Instant.now(), true), "{}").statusCode())
                .isEqualTo(400);
        assertThat(send(signed("wellarchitected", Instant.now(), false), "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAChangedBody() {
        assertThat(refusal(signed("wellarchitected", Instant.now(), true), "{\"ShareInvitationAction\":\"ACCEPT\"}"))
                .startsWith("InvalidSignatureException The request signature we calculated");
    }

    @Test
    void refusesTheScopeOfAnotherService() {
        assertThat(refusal(signed("s3", Instant.now(), true), "{}"))
                .startsWith("InvalidSignatureException Credential should be scoped to correct service");
    }

    @Test
    void refusesOldAndFutureSignatures() {
        assertThat(refusal(signed("wellarchitected", Instant.now().minusSeconds(301), true), "{}"))
                .startsWith("InvalidSignatureException Signature expired");
        assertThat(refusal(signed("wellarchitected", Instant.now().plusSeconds(330), true), "{}"))
                .startsWith("InvalidSignatureException Signature not yet current");
    }

    @Test
    void refusesHeadersThatTheSignatureDoesNotCover() {
        var tampered = signed("wellarchitected", Instant.now(), true).toBuilder()
                .putHeader("x-amz-meta", "slipped in")
                .build();
        assertThat(refusal(tampered, "{}")).contains("'x-amz-meta' must be a 'SignedHeader'");
    }

    @Test
    void refusesMissingAndMalformedAuthorization() {
        var bare = unsigned();
        assertThat(refusal(bare, "{}")).startsWith("MissingAuthenticationTokenException");
        var mangled = bare.toBuilder().putHeader("Authorization", "Basic YTpi").build();
        assertThat(refusal(mangled, "{}")).startsWith("IncompleteSignatureException");
    }

    @Test
    void refusesUnknownOperations() {
        var unknown = unsigned().toBuilder().encodedPath("/milestones").build();
        var answer = send(unknown, "{}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("UnknownOperationException");
    }

    private SdkHttpRequest unsigned() {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.PATCH)
                .uri(URI.create("http://127.0.0.1:" + simulator.port() + "/shareInvitations/" + ID))
                .build();
    }

    private SdkHttpRequest signed(String service, Instant at, boolean payload) {
        Consumer<SignRequest.Builder<AwsCredentialsIdentity>> what =
                b -> b.identity(AwsCredentialsIdentity.create(KEY, "demo"))
                        .request(unsigned())
                        .payload(ContentStreamProvider.fromUtf8String("{}"))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, payload)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC));
        return AwsV4HttpSigner.create().sign(what).request();
    }

    private String refusal(SdkHttpRequest request, String body) {
        var answer = send(request, body);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        return answer.headers().firstValue("x-amzn-ErrorType").orElseThrow() + " "
                + JsonMapper.shared().readTree(answer.body()).path("Message").asString();
    }

    private static HttpResponse<String> send(SdkHttpRequest request, String body) {
        var sent = HttpRequest.newBuilder(request.getUri())
                .method(request.method().name(), HttpRequest.BodyPublishers.ofString(body));
        request.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("host")) {
                sent.header(name, values.get(0));
            }
        });
        try {
            return HttpClient.newHttpClient().send(sent.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
