package io.countersign.database;

import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.unit.DataSize;

/** Starts the embedded server before the pool opens, and stops it after the pool has closed. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoServerConfigured.class)
class EmbeddedDatabaseConfiguration {

    @Bean
    EmbeddedPostgres embeddedPostgres(DatabaseProperties properties) {
        return EmbeddedPostgres.start(properties.directory());
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgres server) {
        return new EmbeddedConnectionDetails(server.login());
    }

    /** Replaces the indicator of Spring Boot, which checks the working directory. */
    @Bean
    DiskSpaceHealthIndicator diskSpaceHealthIndicator(DatabaseProperties properties) {
        return new DiskSpaceHealthIndicator(properties.directory().toFile(), DataSize.ofMegabytes(10));
    }

    private record EmbeddedConnectionDetails(DatabaseLogin login) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return login.url();
        }

        @Override
        public String getUsername() {
            return login.username();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }

    static final class NoServerConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return DatabaseLogin.configured(context.getEnvironment()).isEmpty();
        }
    }
}
