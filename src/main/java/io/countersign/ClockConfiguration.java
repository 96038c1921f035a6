package io.countersign;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Provides the clock, which tests can replace. It ticks in milliseconds, the precision of the database. */
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
class ClockConfiguration {

    @Bean
    InstantSource clock() {
        return () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
