package io.countersign;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stops the start, before any other bean is created, if the simulator is enabled but was left out of the build. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingClass("io.countersign.simulator.Simulator")
@ConditionalOnBooleanProperty("countersign.simulator.enabled")
class MissingSimulatorConfiguration {

    @Bean
    static BeanFactoryPostProcessor missingSimulator() {
        return beans -> {
            throw new InvalidConfigurationPropertyValueException(
                    "countersign.simulator.enabled",
                    true,
                    "This build contains no simulator. Start without the demo profile, or use a build with the simulator.");
        };
    }
}
