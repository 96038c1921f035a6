package io.countersign.connection.web;

import io.countersign.connection.AccountHealth;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list of connections.
 *
 * @param origin {@code CONFIGURATION}, {@code HERE}, or {@code HIDDEN} if it was added here and the configuration
 * overrides it
 * @param health null if the connection is not polled
 */
public record ConnectionRowView(
        String account,
        String name,
        String regions,
        int regionCount,
        @Nullable String role,
        @Nullable String deciderRole,
        String origin,
        boolean paused,
        @Nullable AccountHealth health) {

    public static ConnectionRowView of(
            Connection connection, String origin, boolean paused, @Nullable AccountHealth health) {
        return new ConnectionRowView(
                connection.account().value(),
                connection.name(),
                String.join(
                        ", ", connection.regions().stream().map(Region::value).toList()),
                connection.regions().size(),
                connection.roleArn(),
                connection.deciderRoleArn(),
                origin,
                paused,
                health);
    }

    boolean holds(String text) {
        String plain = text.replace(" ", "");
        return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
                || account.contains(plain)
                || regions.contains(plain);
    }
}
