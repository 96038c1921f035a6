package io.countersign.database;

import java.util.Optional;
import org.springframework.core.env.Environment;

/** The URL, user name and password of a database. */
public record DatabaseLogin(String url, String username, String password) {

    /** Returns the server that the configuration names. */
    static Optional<DatabaseLogin> configured(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        return url.isBlank()
                ? Optional.empty()
                : Optional.of(new DatabaseLogin(
                        url,
                        environment.getProperty("spring.datasource.username", ""),
                        environment.getProperty("spring.datasource.password", "")));
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return username + "@" + url;
    }
}
