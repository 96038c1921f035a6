package io.countersign.decision.eligibility;

import io.countersign.decision.eligibility.ApprovalRuleProperties.Rule;
import io.countersign.policy.ApprovalRule;
import io.countersign.policy.RequiredApprovals;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An approval rule as stored text, with the words of the configuration: {@code owner: blocked; needs: lead}. */
final class ApprovalRuleText {

    private static final Logger log = LoggerFactory.getLogger(ApprovalRuleText.class);

    /** Counts for a text that this version cannot read. */
    private static final ApprovalRule STRICTEST =
            new ApprovalRule(Set.of(), Set.of(), Set.of(), Set.of(), RequiredApprovals.LEAD);

    private ApprovalRuleText() {}

    static String of(ApprovalRule rule) {
        return words("type", rule.types())
                + words("permission", rule.permissions())
                + words("owner", rule.owners())
                + words("account", rule.accounts())
                + "needs: " + ApprovalRuleProperties.word(rule.needs());
    }

    private static String words(String name, Collection<?> words) {
        return words.isEmpty()
                ? ""
                : words.stream().map(Object::toString).sorted().collect(Collectors.joining(", ", name + ": ", "; "));
    }

    static ApprovalRule parse(String text) {
        try {
            Map<String, List<String>> parts = Arrays.stream(text.split("; "))
                    .map(part -> part.split(": ", 2))
                    .collect(Collectors.toMap(part -> part[0], part -> List.of(part[1].split(", "))));
            return new Rule(
                            parts.get("type"),
                            parts.get("permission"),
                            parts.get("owner"),
                            parts.get("account"),
                            String.join("", parts.getOrDefault("needs", List.of()))
                                    .toLowerCase(Locale.ROOT))
                    .rule("stored rule");
        } catch (RuntimeException unreadable) {
            log.warn("a replaced approval rule cannot be read, so a lead has to approve everything: {}", text);
            return STRICTEST;
        }
    }
}
