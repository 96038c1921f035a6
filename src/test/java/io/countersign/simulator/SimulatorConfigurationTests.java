package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SimulatorConfigurationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withBean(InstantSource.class, InstantSource::system)
            .withUserConfiguration(SimulatorConfiguration.class);

    @TempDir
    private Path directory;

    @Test
    void isOffByDefault() {
        runner.run(context -> assertThat(context).doesNotHaveBean(Simulator.class));
    }

    @Test
    void startsWithDemoDataAndKeepsItInTheFile() {
        var file = directory.resolve("simulator.json");
        runner.withPropertyValues(
                        "countersign.simulator.enabled=true",
                        "countersign.simulator.port=0",
                        "countersign.simulator.data=" + file)
                .run(context -> {
                    assertThat(new ControlClient(context.getBean(Simulator.class))
                                    .get("health")
                                    .path("pending")
                                    .asInt())
                            .isGreaterThanOrEqualTo(60);
                    assertThat(file).isNotEmptyFile();
                });
    }

    @Test
    void namesThePropertyIfThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            runner.withPropertyValues(
                            "countersign.simulator.enabled=true", "countersign.simulator.port=" + taken.getLocalPort())
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, e -> {
                                assertThat(e.getName()).isEqualTo("countersign.simulator.port");
                                assertThat(e.getReason()).contains("The port is taken: choose another one");
                            }));
        }
    }

    @Test
    void namesThePropertyIfThereIsNoSuchPort() {
        runner.withPropertyValues("countersign.simulator.enabled=true", "countersign.simulator.port=99999")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOfSatisfying(
                                InvalidConfigurationPropertyValueException.class,
                                e -> assertThat(e.getName()).isEqualTo("countersign.simulator.port")));
    }

    @ParameterizedTest
    @CsvSource({"state.json, was written by a newer version", "state.json/x.json, cannot be written"})
    void namesThePropertyIfTheFileCannotBeUsed(String name, String reason) throws Exception {
        Files.writeString(directory.resolve("state.json"), "{\"format\": 2, \"version\": 1}");
        runner.withPropertyValues(
                        "countersign.simulator.enabled=true",
                        "countersign.simulator.port=0",
                        "countersign.simulator.data=" + directory.resolve(name))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, e -> {
                            assertThat(e.getName()).isEqualTo("countersign.simulator.data");
                            assertThat(e.getReason()).contains(reason);
                        }));
    }
}
