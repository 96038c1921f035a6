package io.countersign.identity.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sessions.
 *
 * @param longest when a session ends after its sign-in, however much it is used; at most 7d
 */
@ConfigurationProperties("countersign.session")
record SessionProperties(@DefaultValue("12h") Duration longest) {

    private static final Duration LIMIT = Duration.ofDays(7);

    SessionProperties {
        if (longest.compareTo(Duration.ofMinutes(1)) < 0 || longest.compareTo(LIMIT) > 0) {
            throw new IllegalArgumentException("countersign.session.longest must be from 1m to 7d");
        }
    }
}
