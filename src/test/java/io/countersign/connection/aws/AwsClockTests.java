package io.countersign.connection.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.connection.AwsStub;
import io.countersign.connection.ConnectionProperties;
import io.countersign.connection.Region;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AwsClockTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AwsClock clock = new AwsClock(InstantSource.system(), registry);
    private AwsStub aws;
    private AwsClients clients;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub();
        clients = new AwsClients(
                new ConnectionProperties.Aws(
                        aws.address(),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(10),
                        Duration.ofHours(1)),
                new AwsCallMetrics(registry),
                OutboundProxies.ofProcess(),
                clock);
    }

    @AfterEach
    void stop() throws IOException {
        clients.close();
        aws.close();
    }

    private void call(Duration awsAhead) {
        aws.answersNext(AwsStub.dated(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(awsAhead).atOffset(ZoneOffset.UTC))));
        clients.reading(new Region("eu-west-1")).listShareInvitations(request -> {});
    }

    private double metric() {
        return registry.get("countersign.clock.ahead").gauge().value();
    }

    @ParameterizedTest
    @CsvSource({"-1200, 1200, ahead of", "1200, -1200, behind", "-65, 65, ahead of", "65, -65, behind"})
    void warnsOnceAboutAClockThatIsWrong(int awsAhead, int ahead, String word, CapturedOutput output) {
        call(Duration.ofSeconds(awsAhead));
        call(Duration.ofSeconds(awsAhead));

        assertThat(clock.warning())
                .hasValueSatisfying(found -> assertThat(found.toSeconds()).isCloseTo(ahead, within(3L)));
        assertThat(metric()).isCloseTo(ahead, within(3.0));
        assertThat(output.getAll()).containsOnlyOnce(" seconds " + word + " the clock of AWS. ");

        call(Duration.ZERO);
        assertThat(clock.warning()).isEmpty();
        assertThat(output.getAll()).containsOnlyOnce("agrees with the clock of AWS again");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -55, 55})
    void toleratesSmallDifferences(int awsAhead, CapturedOutput output) {
        call(Duration.ofSeconds(awsAhead));
        assertThat(clock.warning()).isEmpty();
        assertThat(output.getAll()).doesNotContain("clock of AWS");
    }

    @Test
    void ignoresMalformedAndMissingDates() {
        aws.answersNext(AwsStub.dated("yesterday"));
        clients.reading(new Region("eu-west-1")).listShareInvitations(request -> {});
        clients.reading(new Region("eu-west-1")).listShareInvitations(request -> {});
        assertThat(metric()).isZero();
    }
}
