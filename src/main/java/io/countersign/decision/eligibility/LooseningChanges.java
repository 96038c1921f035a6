package io.countersign.decision.eligibility;

import io.countersign.authority.ValueChange;
import io.countersign.authority.ValueKind;
import io.countersign.authority.ValueRepository;
import io.countersign.http.PageReads;
import io.countersign.policy.LooseningRule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the changes whose replaced values still count for decisions. */
@Component
public class LooseningChanges {

    private static final List<ValueKind> COUNTING = List.of(
            ValueKind.USER,
            ValueKind.USER_PASSWORD,
            ValueKind.OWNER,
            ValueKind.MEMBERSHIP,
            ValueKind.RULE,
            ValueKind.HOLD,
            ValueKind.SETTING);

    private final ValueRepository values;
    private final LooseningProperties properties;
    private final InstantSource clock;

    LooseningChanges(ValueRepository values, LooseningProperties properties, InstantSource clock) {
        this.values = values;
        this.properties = properties;
        this.clock = clock;
    }

    public List<ValueChange> counting() {
        return List.copyOf(ends().keySet());
    }

    /**
     * Returns when each replaced value stops counting without a confirmation, the oldest change first. Reads the database
     * for each page and decision: a longer cache would let a decision use a loosened value at once.
     */
    Map<ValueChange, Instant> ends() {
        return PageReads.once(LooseningChanges.class, this::read);
    }

    /**
     * Returns until when changes that are made now wait for a confirmation, if a delay that was replaced still counts
     * for longer than the configured one.
     */
    public Optional<Instant> replacedDelayEnds() {
        Instant now = clock.instant();
        Instant until = LooseningRule.until(now, counting(), properties.looseningDelay());
        return until.isAfter(now.plus(properties.looseningDelay())) ? Optional.of(until) : Optional.empty();
    }

    private Map<ValueChange, Instant> read() {
        Instant now = clock.instant();
        Duration delay = properties.looseningDelay();
        List<ValueChange> changes = values.unconfirmed(COUNTING, now.minus(LooseningRule.LONGEST));
        return Collections.unmodifiableMap(LooseningRule.ends(changes, delay, now));
    }
}
