package io.countersign.decision.eligibility;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.authority.ValueRepository;
import io.countersign.policy.LooseningRule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the changes whose replaced values still count for decisions. */
@Component
public class LooseningChanges {

    private static final List<ValueKind> COUNTING =
            List.of(ValueKind.OWNER, ValueKind.MEMBERSHIP, ValueKind.RULE, ValueKind.HOLD, ValueKind.SETTING);

    private final ValueRepository values;
    private final LooseningProperties properties;
    private final InstantSource clock;

    LooseningChanges(ValueRepository values, LooseningProperties properties, InstantSource clock) {
        this.values = values;
        this.properties = properties;
        this.clock = clock;
    }

    /** Reads the database each time: a cache would let a decision use a loosened value at once. */
    public List<ValueChange> counting() {
        Instant now = clock.instant();
        return LooseningRule.counting(
                values.unconfirmed(COUNTING, now.minus(LooseningRule.LONGEST)), properties.looseningDelay(), now);
    }
}
