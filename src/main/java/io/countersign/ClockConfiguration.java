package io.countersign;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock, so that tests can turn it. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
