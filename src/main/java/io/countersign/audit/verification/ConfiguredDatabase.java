package io.countersign.audit.verification;

import io.countersign.database.DatabaseSession;
import java.util.Properties;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Read-only access to the configured database for a command, without starting the application.
 */
record ConfiguredDatabase(DatabaseSession session) implements AutoCloseable {

    /** The configuration of the application. */
    static Environment environment() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(NoBeans.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties("logging.level.root=off")
                .run()) {
            return context.getEnvironment();
        }
    }

    /** The context reads the configuration as the application does, and creates no beans. */
    static final class NoBeans {}

    static ConfiguredDatabase open(Environment environment) {
        return new ConfiguredDatabase(DatabaseSession.open(environment));
    }

    JdbcClient jdbc() {
        DriverManagerDataSource dataSource = new DriverManagerDataSource(
                session.login().url(),
                session.login().username(),
                session.login().password());
        Properties readOnly = new Properties();
        readOnly.setProperty("readOnly", "true");
        readOnly.setProperty("readOnlyMode", "always");
        dataSource.setConnectionProperties(readOnly);
        return JdbcClient.create(dataSource);
    }

    @Override
    public void close() {
        session.close();
    }
}
