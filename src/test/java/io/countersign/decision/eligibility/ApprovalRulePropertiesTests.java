package io.countersign.decision.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.connection.AccountId;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.policy.ApprovalRule;
import io.countersign.policy.OwnerCategory;
import io.countersign.policy.RequiredApprovals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ApprovalRulePropertiesTests {

    private static final String RULE = "countersign.second-approval.rules[0].";

    @Test
    void requiresTwoForAContributorShareOfAnExternalOwnerAndALeadForABlockedOwnerByDefault() {
        assertThat(new ApprovalRuleProperties(null).parsed())
                .containsExactly(
                        new ApprovalRule(
                                Set.of(),
                                Set.of(Permission.CONTRIBUTOR),
                                Set.of(OwnerCategory.EXTERNAL, OwnerCategory.UNKNOWN),
                                Set.of(),
                                RequiredApprovals.SECOND_PERSON),
                        new ApprovalRule(
                                Set.of(), Set.of(), Set.of(OwnerCategory.BLOCKED), Set.of(), RequiredApprovals.LEAD));
    }

    @Test
    void readsEveryCondition() {
        assertThat(bound(Map.of(
                                RULE + "type", "WORKLOAD, LENS",
                                RULE + "permission", "CONTRIBUTOR",
                                RULE + "owner", "external,blocked",
                                RULE + "account", "111122223333",
                                RULE + "needs", "lead"))
                        .parsed())
                .containsExactly(new ApprovalRule(
                        Set.of(ResourceType.WORKLOAD, ResourceType.LENS),
                        Set.of(Permission.CONTRIBUTOR),
                        Set.of(OwnerCategory.EXTERNAL, OwnerCategory.BLOCKED),
                        Set.of(new AccountId("111122223333")),
                        RequiredApprovals.LEAD));
    }

    @Test
    void requiresOneApprovalForAnEmptyList() {
        assertThat(bound(Map.of("countersign.second-approval.rules", "")).parsed())
                .isEmpty();
        assertThat(new ApprovalRuleProperties(List.of()).parsed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "type, WORKLOD, 'must be one or several of [WORKLOAD, LENS, PROFILE, TEMPLATE]'",
        "permission, WRITE, 'must be one or several of [READONLY, CONTRIBUTOR]'",
        "owner, stranger, 'must be one or several of [INTERNAL, EXTERNAL, UNKNOWN, BLOCKED]'",
        "account, 12, must be 12-digit account IDs",
        "needs, two, 'must be none, second-approval or lead'"
    })
    void stopsTheStartAndNamesAnUnknownValue(String property, String value, String message) {
        Map<String, String> rule = new HashMap<>(Map.of(RULE + "needs", "lead"));
        rule.put(RULE + property, value);
        assertThatThrownBy(() -> bound(rule))
                .rootCause()
                .hasMessageContaining(RULE + property + " is '" + value + "', and " + message);
    }

    @Test
    void refusesARuleWithoutNeeds() {
        assertThatThrownBy(() -> bound(Map.of(RULE + "owner", "external")))
                .rootCause()
                .hasMessage(RULE + "needs is missing; it must be none, second-approval or lead");
    }

    private static ApprovalRuleProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("countersign.second-approval", ApprovalRuleProperties.class);
    }
}
