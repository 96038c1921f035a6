package io.countersign.team;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of teams and durations of claims.
 *
 * @param claim the duration of a claim
 * @param assignment the duration of an assignment, which is longer because the assignee may be absent
 * @param defaultTeam the name of the team that receives accounts without a team: newly connected ones, and all at the start
 */
@ConfigurationProperties("countersign.team")
public record TeamProperties(
        @DefaultValue("30m") Duration claim,
        @DefaultValue("24h") Duration assignment,
        @Nullable String defaultTeam) {

    private static final Duration LONGEST = Duration.ofDays(7);

    public TeamProperties {
        check("claim", claim);
        check("assignment", assignment);
    }

    private static void check(String name, Duration value) {
        if (value.compareTo(Duration.ofMinutes(1)) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("countersign.team." + name + " is 1m to 7d");
        }
    }
}
