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
 * How long a decision waits before it is sent, so that it can be withdrawn. Of those that fit, the longest counts.
 *
 * @param single for every decision
 * @param bulk for those that were decided in one go
 * @param type for a resource type, in AWS's word
 * @param permission for accepting a permission, in AWS's word; 10 s for CONTRIBUTOR where nothing is said
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

    public Duration of(DecideCommand wish, ListedInvitation invitation) {
        Duration ofType = named(type, invitation.type().value());
        Duration ofPermission = wish.action() == InvitationAction.ACCEPT && invitation.permission() != null
                ? named(permission, invitation.permission().value())
                : Duration.ZERO;
        return Stream.of(single, wish.bulk() ? bulk : Duration.ZERO, ofType, ofPermission)
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
