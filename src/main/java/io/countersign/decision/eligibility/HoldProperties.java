package io.countersign.decision.eligibility;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The delay before a decision is sent, during which it can be withdrawn. The longest matching delay counts.
 *
 * @param single for every decision
 * @param bulk for bulk decisions
 * @param type by resource type, with AWS's name
 * @param permission for an accept, by permission, with AWS's name; by default 10 s for CONTRIBUTOR
 */
@ConfigurationProperties("countersign.decision.hold")
public record HoldProperties(
        @DefaultValue("0s") Duration single,
        @DefaultValue("0s") Duration bulk,
        @Nullable Map<String, Duration> type,
        @Nullable Map<String, Duration> permission) {

    private static final String TYPE = "type.";
    private static final String PERMISSION = "permission.";
    private static final Duration LONGEST = Duration.ofHours(1);

    public HoldProperties {
        type = type == null ? Map.of() : Map.copyOf(type);
        permission = permission == null ? Map.of("CONTRIBUTOR", Duration.ofSeconds(10)) : Map.copyOf(permission);
        check("single", single);
        check("bulk", bulk);
        type.forEach((word, hold) -> check(TYPE + word, hold));
        permission.forEach((word, hold) -> check(PERMISSION + word, hold));
    }

    public Duration of(InvitationAction action, boolean bulk, ListedInvitation invitation) {
        Duration ofType = hold(type, invitation.type().value());
        Duration ofPermission = action == InvitationAction.ACCEPT && invitation.permission() != null
                ? hold(permission, invitation.permission().value())
                : Duration.ZERO;
        return Stream.of(single, bulk ? this.bulk : Duration.ZERO, ofType, ofPermission)
                .reduce(Duration.ZERO, HoldProperties::longer);
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The durations by property name, such as {@code type.LENS}. */
    Map<String, Duration> values() {
        Map<String, Duration> values = new HashMap<>(Map.of("single", single, "bulk", bulk));
        type.forEach((word, hold) -> values.put(TYPE + word, hold));
        permission.forEach((word, hold) -> values.put(PERMISSION + word, hold));
        return values;
    }

    /** Reads {@link #values()}; a missing value is zero. */
    static HoldProperties of(Map<String, Duration> values) {
        return new HoldProperties(
                values.getOrDefault("single", Duration.ZERO),
                values.getOrDefault("bulk", Duration.ZERO),
                named(values, TYPE),
                named(values, PERMISSION));
    }

    private static Map<String, Duration> named(Map<String, Duration> values, String prefix) {
        return values.entrySet().stream()
                .filter(value -> value.getKey().startsWith(prefix))
                .collect(Collectors.toMap(value -> value.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    private static Duration hold(@Nullable Map<String, Duration> holds, String word) {
        return holds == null ? Duration.ZERO : holds.getOrDefault(word, Duration.ZERO);
    }

    private static void check(String name, Duration hold) {
        if (hold.isNegative() || hold.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("countersign.decision.hold." + name + ": must be from 0s to 1h");
        }
    }
}
