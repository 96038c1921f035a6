package io.countersign.connection.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.AwsStub;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Region;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkException;

/** Tests the metrics of AWS calls with the real SDK over a socket. */
class AwsCallMetricsTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private AwsStub aws;
    private AwsClients clients;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub();
        clients = new AwsClients(
                new ConnectionProperties.Aws(
                        aws.address(),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(300),
                        Duration.ofSeconds(3),
                        Duration.ofMillis(900),
                        Duration.ofMinutes(15)),
                new AwsCallMetrics(registry));
    }

    @AfterEach
    void stop() throws IOException {
        clients.close();
        aws.close();
    }

    @Test
    void measuresASuccessfulCall() {
        list();
        assertThat(calls("SUCCESS").count()).isEqualTo(1);
        assertThat(calls("SUCCESS").totalTime(TimeUnit.NANOSECONDS)).isPositive();
        assertThat(attempts("SUCCESS")).isEqualTo(1);
        assertThat(attempts("THROTTLED")).isZero();
    }

    @Test
    void countsAThrottledAttemptIfTheNextSucceeds() {
        aws.answersNext(AwsStub.error(429, "ThrottlingException", "slower"));
        list();
        assertThat(attempts("THROTTLED")).isEqualTo(1);
        assertThat(attempts("SUCCESS")).isEqualTo(1);
        assertThat(calls("SUCCESS").count()).isEqualTo(1);
        assertThat(registry.find("countersign.aws.calls").timers()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException, THROTTLED, 3",
        "403, AccessDeniedException, REFUSED, 1",
        "500, InternalServerException, AWS_DOWN, 3"
    })
    void labelsTheOutcomeOfAFailedCall(int status, String code, String outcome, int tries) {
        aws.answers(AwsStub.error(status, code, "no"));
        listInVain();
        assertThat(calls(outcome).count()).isEqualTo(1);
        assertThat(attempts(outcome)).isEqualTo(tries);
    }

    @Test
    void labelsTimeoutsAndDroppedConnections() {
        aws.answers(aws.silence());
        listInVain();
        assertThat(calls("TIMEOUT").count()).isEqualTo(1);
        aws.answers(AwsStub.dropped());
        listInVain();
        assertThat(calls("NO_ANSWER").count()).isEqualTo(1);
    }

    private void list() {
        clients.reading(new Region("eu-west-1")).listShareInvitations(request -> {});
    }

    private void listInVain() {
        try {
            list();
        } catch (SdkException expected) {
            return;
        }
        throw new AssertionError("the call succeeded");
    }

    private Timer calls(String outcome) {
        return registry.get("countersign.aws.calls")
                .tags("operation", "ListShareInvitations", "outcome", outcome)
                .timer();
    }

    private double attempts(String outcome) {
        Counter counter = registry.find("countersign.aws.attempts")
                .tags("operation", "ListShareInvitations", "outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
