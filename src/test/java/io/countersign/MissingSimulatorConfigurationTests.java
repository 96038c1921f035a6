package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MissingSimulatorConfigurationTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(MissingSimulatorConfiguration.class);

    @Test
    void refusesToStartTheSimulatorThatTheBuildLacks() {
        runner.withClassLoader(new FilteredClassLoader(Simulator.class))
                .withPropertyValues("countersign.simulator.enabled=true")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                        .hasMessageContaining("countersign.simulator.enabled")
                        .hasMessageContaining("contains no simulator"));
    }

    @Test
    void startsWithoutTheSimulatorIfItIsNotEnabled() {
        runner.withClassLoader(new FilteredClassLoader(Simulator.class))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void startsIfTheBuildContainsTheSimulator() {
        runner.withPropertyValues("countersign.simulator.enabled=true")
                .run(context -> assertThat(context).hasNotFailed());
    }
}
