package io.countersign.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the simulator inside the application, while beans are created and thus before anything reads from it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("countersign.simulator.enabled")
class SimulatorConfiguration {

    @Bean
    Simulator simulator(
            @Value("${countersign.simulator.port:8180}") int port,
            @Value("${countersign.simulator.data:#{null}}") @Nullable String data,
            InstantSource clock) {
        try {
            return Simulator.start(new SimulatorOptions(port, data == null ? null : Path.of(data), true), clock);
        } catch (BindException e) {
            throw new InvalidConfigurationPropertyValueException(
                    "countersign.simulator.port",
                    port,
                    "The port is taken: choose another one, and set countersign.aws.endpoint to match.");
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidConfigurationPropertyValueException("countersign.simulator.data", data, e.getMessage());
        }
    }
}
