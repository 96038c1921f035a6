package io.countersign.audit.verification;

import io.countersign.audit.checkpoint.AuditProperties;
import io.countersign.database.DatabaseSession;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Read-only access to the configured database for a command, without starting the application.
 *
 * @param directory where checkpoints are stored; null if that is a bucket
 */
record ConfiguredDatabase(DatabaseSession session, @Nullable Path directory) implements AutoCloseable {

    static ConfiguredDatabase open() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(NoBeans.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties("logging.level.root=off")
                .run()) {
            return of(context.getEnvironment());
        }
    }

    /** The context reads the configuration as the application does, and creates no beans. */
    static final class NoBeans {}

    private static ConfiguredDatabase of(Environment environment) {
        AuditProperties properties = Binder.get(environment).bindOrCreate("countersign.audit", AuditProperties.class);
        return new ConfiguredDatabase(
                DatabaseSession.open(environment), properties.bucket() == null ? properties.directory() : null);
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
