package io.countersign.history;

import java.nio.file.Path;
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
 * The database of the configuration for a command, without the application around it.
 *
 * @param directory where checkpoints go; null if that is a bucket
 */
record ConfiguredDatabase(JdbcClient jdbc, @Nullable Path directory) {

    static ConfiguredDatabase open() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(NoBeans.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties("logging.level.root=off")
                .run()) {
            return of(context.getEnvironment());
        }
    }

    /** The configuration is read as the application reads it, and nothing of the application is made. */
    static final class NoBeans {}

    static ConfiguredDatabase of(Environment environment) {
        DriverManagerDataSource dataSource = new DriverManagerDataSource(
                readOnly(environment.getRequiredProperty("spring.datasource.url")),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
        RecordProperties properties =
                Binder.get(environment).bindOrCreate("countersign.record", RecordProperties.class);
        return new ConfiguredDatabase(
                JdbcClient.create(dataSource), properties.bucket() == null ? properties.directory() : null);
    }

    /** A file that is not there must not be made, and one that is there not be touched. */
    private static String readOnly(String url) {
        return url.startsWith("jdbc:h2:file:") ? url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" : url;
    }
}
