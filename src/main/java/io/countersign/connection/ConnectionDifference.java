package io.countersign.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One changed value of a connection.
 *
 * @param before null if the value was absent
 * @param after null if the value was removed
 */
public record ConnectionDifference(
        String what, @Nullable String before, @Nullable String after) {

    /** An external ID is confidential: the difference shows that it was replaced, but never its value. */
    private static final String SECRET = "not shown";

    public static List<ConnectionDifference> between(@Nullable Connection before, @Nullable Connection after) {
        List<ConnectionDifference> differences = new ArrayList<>();
        add(differences, "name", before == null ? null : before.name(), after == null ? null : after.name());
        add(differences, "role", before == null ? null : before.roleArn(), after == null ? null : after.roleArn());
        add(
                differences,
                "decider role",
                before == null ? null : before.deciderRoleArn(),
                after == null ? null : after.deciderRoleArn());
        add(differences, "Regions", regions(before), regions(after));
        if (before != null && after != null && !Objects.equals(before.externalId(), after.externalId())) {
            differences.add(new ConnectionDifference("external id", SECRET, SECRET));
        }
        return differences;
    }

    private static void add(
            List<ConnectionDifference> differences, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            differences.add(new ConnectionDifference(what, before, after));
        }
    }

    private static @Nullable String regions(@Nullable Connection connection) {
        return connection == null
                ? null
                : connection.regions().stream().map(Region::value).sorted().collect(Collectors.joining(", "));
    }

    /** "name: Retail → Retail prod". */
    @Override
    public String toString() {
        if (SECRET.equals(before)) {
            return what + ": replaced";
        }
        return what + ": " + shown(before) + " → " + shown(after);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "none" : value;
    }
}
