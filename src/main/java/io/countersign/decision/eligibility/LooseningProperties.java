package io.countersign.decision.eligibility;

import io.countersign.policy.LooseningRule;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The time for which the stricter value before a change still counts.
 *
 * @param looseningDelay ends early if a second user confirms the change
 */
@ConfigurationProperties("countersign.second-approval")
public record LooseningProperties(@DefaultValue("24h") Duration looseningDelay) {

    public LooseningProperties {
        if (looseningDelay.isNegative() || looseningDelay.compareTo(LooseningRule.LONGEST) > 0) {
            throw new IllegalArgumentException(LooseningRule.DELAY + ": must be from 0s to 7d");
        }
    }
}
