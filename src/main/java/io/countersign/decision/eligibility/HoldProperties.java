package io.countersign.decision.eligibility;

import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import io.countersign.decision.DecideCommand;
import java.time.Duration;
import java.util.Map;
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

    private static final Duration LONGEST = Duration.ofHours(1);

    public HoldProperties {
        type = type == null ? Map.of() : Map.copyOf(type);
        permission = permission == null ? Map.of("CONTRIBUTOR", Duration.ofSeconds(10)) : Map.copyOf(permission);
        check("single", single);
        check("bulk", bulk);
        type.forEach((word, hold) -> check("type." + word, hold));
        permission.forEach((word, hold) -> check("permission." + word, hold));
    }

    public Duration of(DecideCommand command, ListedInvitation invitation) {
        Duration ofType = named(type, invitation.type().value());
        Duration ofPermission = command.action() == InvitationAction.ACCEPT && invitation.permission() != null
                ? named(permission, invitation.permission().value())
                : Duration.ZERO;
        return Stream.of(single, command.bulk() ? bulk : Duration.ZERO, ofType, ofPermission)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private static Duration named(@Nullable Map<String, Duration> holds, String word) {
        return holds == null ? Duration.ZERO : holds.getOrDefault(word, Duration.ZERO);
    }

    private static void check(String name, Duration hold) {
        if (hold.isNegative() || hold.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("countersign.decision.hold." + name + ": must be from 0s to 1h");
        }
    }
}
