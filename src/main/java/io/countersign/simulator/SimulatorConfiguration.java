package io.countersign.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Starts the simulator inside the application, while beans are created and thus before anything reads from it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("countersign.simulator.enabled")
class SimulatorConfiguration {

    private static final String PORT = "countersign.simulator.port";

    /** Before any bean is created, so that a start with a wrong port leaves nothing behind. */
    @Bean
    static BeanFactoryPostProcessor simulatorPort(Environment environment) {
        return beans -> {
            int port = Binder.get(environment).bind(PORT, Integer.class).orElse(SimulatorOptions.DEFAULT_PORT);
            if (port < 0 || port > SimulatorOptions.LARGEST_PORT) {
                throw new InvalidConfigurationPropertyValueException(
                        PORT, port, "A port is a number from 0 to " + SimulatorOptions.LARGEST_PORT + ".");
            }
        };
    }

    @Bean
    Simulator simulator(
            @Value("${countersign.simulator.port:8180}") int port,
            @Value("${countersign.simulator.data:#{null}}") @Nullable String data,
            InstantSource clock) {
        try {
            return Simulator.start(new SimulatorOptions(port, data == null ? null : Path.of(data), true), clock);
        } catch (BindException e) {
            throw new InvalidConfigurationPropertyValueException(
                    PORT,
                    port,
                    "The port is taken: choose another one. If countersign.aws.endpoint is set, change it to match.");
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidConfigurationPropertyValueException("countersign.simulator.data", data, e.getMessage());
        }
    }
}
