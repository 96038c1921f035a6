package io.countersign.database;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.Driver;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Stops the start, before any bean is created, if the settings of the database are wrong or contradict each other. */
@Configuration(proxyBeanMethods = false)
class DatabaseSettingsConfiguration {

    private static final String URL = "spring.datasource.url";
    private static final String MIGRATION_URL = "spring.flyway.url";
    private static final String PREFIX = "jdbc:postgresql:";

    /** The embedded server does not use them. */
    private static final List<String> OF_A_SERVER = List.of(
            "spring.datasource.username",
            "spring.datasource.password",
            MIGRATION_URL,
            "spring.flyway.user",
            "spring.flyway.password");

    /** The values of application.yml do not count. */
    private static final Map<String, String> DEFAULTS = Map.of("spring.datasource.username", PostgresDirectory.USER);

    @Bean
    static BeanFactoryPostProcessor databaseSettings(Environment environment) {
        return beans -> {
            refuseMalformed(environment, URL);
            refuseMalformed(environment, MIGRATION_URL);
            if (DatabaseLogin.configured(environment).isEmpty()) {
                refuseSettingsOfAServer(environment);
            }
        };
    }

    /** The message has no URL, which may contain a password. */
    private static void refuseMalformed(Environment environment, String name) {
        String url = environment.getProperty(name, "");
        if (!url.isBlank() && !isValid(url)) {
            throw new UnusableDatabaseException(
                    named(name)
                            + (url.startsWith(PREFIX)
                                    ? " is not the URL of a PostgreSQL database."
                                    : " must begin with jdbc:postgresql://, because Countersign stores its data in PostgreSQL."),
                    "Set " + variable(name) + "=jdbc:postgresql://HOST:PORT/DATABASE. User and password are settings of"
                            + " their own: SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
        }
    }

    /** The driver takes what follows the user for a port, and logs it: it may be the password. */
    private static boolean isValid(String url) {
        return url.startsWith(PREFIX)
                && !url.replaceFirst("[?].*", "").contains("@")
                && Driver.parseURL(url, null) != null;
    }

    /** Without this check the embedded server would start, and a user would look for the data in the other one. */
    private static void refuseSettingsOfAServer(Environment environment) {
        String set = OF_A_SERVER.stream()
                .filter(name -> !environment.getProperty(name, "").isBlank())
                .filter(name -> !environment.getProperty(name, "").equals(DEFAULTS.get(name)))
                .findFirst()
                .orElse(null);
        if (set != null) {
            throw new UnusableDatabaseException(
                    named(set) + " is set, but " + named(URL) + " is not: without a URL, the embedded database starts,"
                            + " which has its own user and password.",
                    "Set SPRING_DATASOURCE_URL=jdbc:postgresql://HOST:PORT/DATABASE, or remove " + variable(set)
                            + " to use the embedded database.");
        }
    }

    private static String named(String name) {
        return name + " (" + variable(name) + ")";
    }

    private static String variable(String name) {
        return name.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
