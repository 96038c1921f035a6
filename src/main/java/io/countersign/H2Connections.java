package io.countersign;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives H2 one connection, whatever is configured: killed while several transactions write side by side, it was seen to keep half of
 * one. Decision 27.
 */
@Configuration(proxyBeanMethods = false)
class H2Connections {

    /** Everybody waits for the same one: longer than for a database that may be gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    static BeanPostProcessor oneForH2() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && isH2(pool)) {
                    pool.setMaximumPoolSize(1);
                    pool.setConnectionTimeout(PATIENCE.toMillis());
                }
                return bean;
            }
        };
    }

    /** Flyway takes more than one at once, before anything else writes. */
    @Bean
    FlywayMigrationStrategy migrationsOfH2() {
        return flyway -> {
            HikariDataSource pool =
                    DataSourceUnwrapper.unwrap(flyway.getConfiguration().getDataSource(), HikariDataSource.class);
            if (pool != null && isH2(pool)) {
                migrateBeside(pool, flyway);
            } else {
                flyway.migrate();
            }
        };
    }

    private static void migrateBeside(HikariDataSource pool, Flyway flyway) {
        // a database in memory ends with its last connection
        try (Connection kept = pool.getConnection()) {
            kept.isValid(0);
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isH2(HikariDataSource pool) {
        return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:h2:");
    }
}
