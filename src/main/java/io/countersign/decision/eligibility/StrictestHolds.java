package io.countersign.decision.eligibility;

import io.countersign.authority.ValueKind;
import io.countersign.connection.InvitationAction;
import io.countersign.connection.ListedInvitation;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The holds of decisions: the longest of the configured ones, and those whose replacement still waits. */
@Component
public class StrictestHolds {

    private final HoldProperties configured;
    private final LooseningChanges changes;

    StrictestHolds(HoldProperties configured, LooseningChanges changes) {
        this.configured = configured;
        this.changes = changes;
    }

    public Duration of(InvitationAction action, boolean bulk, ListedInvitation invitation) {
        Map<String, Duration> replaced = changes.counting().stream()
                .filter(change -> change.kind() == ValueKind.HOLD && change.before() != null)
                .collect(Collectors.toMap(
                        change -> change.subject(), change -> Duration.parse(change.before()), HoldProperties::longer));
        Duration now = configured.of(action, bulk, invitation);
        return replaced.isEmpty()
                ? now
                : HoldProperties.longer(now, HoldProperties.of(replaced).of(action, bulk, invitation));
    }
}
