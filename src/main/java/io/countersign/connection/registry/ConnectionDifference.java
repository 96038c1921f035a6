package io.countersign.connection.registry;

import io.countersign.audit.ChangedValues;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes the changes of a connection, one line each, with old and new value. */
public final class ConnectionDifference {

    private ConnectionDifference() {}

    /**
     * @param before null for a new connection
     * @param after null for a removed connection
     */
    public static List<String> between(@Nullable Connection before, @Nullable Connection after) {
        List<String> differences = new ChangedValues<>(before, after)
                .value("name", Connection::name)
                .value("role", Connection::roleArn)
                .value("decider role", Connection::deciderRoleArn)
                .value("Regions", ConnectionDifference::regions)
                .lines();
        // an external ID is confidential
        if (before != null && after != null && !Objects.equals(before.externalId(), after.externalId())) {
            differences.add("external id: replaced");
        }
        return differences;
    }

    private static String regions(Connection connection) {
        return connection.regions().stream().map(Region::value).sorted().collect(Collectors.joining(", "));
    }
}
