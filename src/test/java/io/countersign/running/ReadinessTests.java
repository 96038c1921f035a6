package io.countersign.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the order of a start and of a shutdown. */
class ReadinessTests {

    @Test
    void acceptsTrafficAfterTheWarmUpAndRefusesItBeforeItStopsServing() throws Exception {
        try (SimulatorProcess simulator = SimulatorProcess.start();
                ApplicationProcess application = ApplicationProcess.start(
                        TestPostgres.running().empty(),
                        simulator,
                        simulator.fleet(1, List.of("eu-west-1"), 4, 1),
                        "256m",
                        "countersign.start.warm-up=1m",
                        "countersign.shutdown.drain=5s")) {
            Await.until("the replica is ready", Duration.ofMinutes(2), () -> ready(application));
            assertThat(application.output())
                    .contains("Opened own pages for ")
                    .doesNotContain("WarmUp: The replica could not");
            long start = System.nanoTime();
            application.terminate();

            Await.until("readiness refuses traffic", Duration.ofSeconds(4), () -> {
                try {
                    return application.status("/actuator/health/readiness") == 503;
                } catch (IOException e) {
                    throw new UncheckedIOException("the server stopped too early", e);
                }
            });
            assertThat(application.status("/actuator/health/liveness")).isEqualTo(200);
            assertThat(application.status("/login")).isEqualTo(200);

            Await.until("the process ends", Duration.ofSeconds(20), () -> !application.alive());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        }
    }

    private static boolean ready(ApplicationProcess application) {
        try {
            return application.status("/actuator/health/readiness") == 200;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
