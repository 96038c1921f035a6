package io.countersign.decision.eligibility;

import io.countersign.audit.chain.Hashes;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import io.countersign.policy.LooseningRule;
import io.countersign.team.DelegationProperties;
import io.countersign.team.TeamProperties;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Compares the rules, holds and settings of decisions at the start with their last effective values. */
@Component
class DecisionValues implements SmartInitializingSingleton {

    private final EffectiveValues effective;
    private final ApprovalRuleProperties rules;
    private final HoldProperties holds;
    private final LooseningProperties loosening;
    private final DelegationProperties delegation;
    private final TeamProperties team;

    DecisionValues(
            EffectiveValues effective,
            ApprovalRuleProperties rules,
            HoldProperties holds,
            LooseningProperties loosening,
            DelegationProperties delegation,
            TeamProperties team) {
        this.effective = effective;
        this.rules = rules;
        this.holds = holds;
        this.loosening = loosening;
        this.delegation = delegation;
        this.team = team;
    }

    @Override
    public void afterSingletonsInstantiated() {
        effective.replace(
                ValueKind.RULE,
                rules.parsed().stream()
                        .map(ApprovalRuleText::of)
                        .distinct()
                        .collect(Collectors.toMap(text -> Hashes.of(text).substring(0, 12), text -> text)));
        effective.replace(
                ValueKind.HOLD,
                holds.values().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, hold -> hold.getValue()
                        .toString())));
        effective.replace(
                ValueKind.SETTING,
                Map.of(
                        LooseningRule.DELAY,
                        loosening.looseningDelay().toString(),
                        "countersign.delegation.allowed",
                        String.valueOf(delegation.allowed()),
                        "countersign.team.claim",
                        team.claim().toString(),
                        "countersign.team.assignment",
                        team.assignment().toString()));
    }
}
