package io.countersign.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of what one user can request.
 *
 * @param requestTime longest time for the headers of a request, and for its body; slower connections are closed
 * @param lines most lines of a list in a form
 * @param streams most open progress streams of a user, per replica
 */
@ConfigurationProperties("countersign.limit")
public record LimitProperties(
        @DefaultValue("30s") Duration requestTime,
        @DefaultValue("5000") int lines,
        @DefaultValue("5") int streams) {

    public LimitProperties {
        refuse(requestTime.compareTo(Duration.ofSeconds(1)) < 0, "request-time", "must be at least 1s");
        refuse(lines < 1, "lines", "must be at least 1");
        refuse(streams < 1, "streams", "must be at least 1");
    }

    private static void refuse(boolean wrong, String property, String message) {
        if (wrong) {
            throw new IllegalArgumentException("countersign.limit." + property + " " + message);
        }
    }
}
