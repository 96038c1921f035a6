package io.countersign.decision.eligibility;

import io.countersign.connection.AccountId;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.policy.ApprovalRule;
import io.countersign.policy.OwnerCategory;
import io.countersign.policy.RequiredApprovals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The rules that require a second approval. By default it is required to accept a contributor share from an owner that
 * is not known to be internal, and any share from a blocked owner. With an empty list one user always decides.
 */
@ConfigurationProperties("countersign.second-approval")
public record ApprovalRuleProperties(@Nullable List<Rule> rules) {

    private static final String PREFIX = "countersign.second-approval.rules";

    private static final List<ApprovalRule> DEFAULT_RULES = List.of(
            new ApprovalRule(
                    Set.of(),
                    Set.of(Permission.CONTRIBUTOR),
                    Set.of(OwnerCategory.EXTERNAL, OwnerCategory.UNKNOWN),
                    Set.of(),
                    RequiredApprovals.SECOND_PERSON),
            new ApprovalRule(Set.of(), Set.of(), Set.of(OwnerCategory.BLOCKED), Set.of(), RequiredApprovals.LEAD));

    private static final Map<String, RequiredApprovals> NEEDS = Map.of(
            "none",
            RequiredApprovals.ONE,
            "second-approval",
            RequiredApprovals.SECOND_PERSON,
            "lead",
            RequiredApprovals.LEAD);

    public ApprovalRuleProperties {
        rules = rules == null ? null : List.copyOf(rules);
        // an invalid rule stops the start
        parse(rules);
    }

    /**
     * One rule as text, so that an error message can name an unknown word with its property. Commas separate list
     * items.
     */
    public record Rule(
            @Nullable List<String> type,
            @Nullable List<String> permission,
            @Nullable List<String> owner,
            @Nullable List<String> account,
            @Nullable String needs) {

        ApprovalRule rule(String property) {
            return new ApprovalRule(
                    words(property + ".type", type, word -> known(ResourceType.KNOWN, new ResourceType(word))),
                    words(property + ".permission", permission, word -> known(Permission.KNOWN, new Permission(word))),
                    words(property + ".owner", owner, word -> OwnerCategory.valueOf(word.toUpperCase(Locale.ROOT))),
                    words(property + ".account", account, AccountId::new),
                    needs(property + ".needs"));
        }

        private RequiredApprovals needs(String property) {
            RequiredApprovals known =
                    NEEDS.get(needs == null ? "" : needs.strip().toLowerCase(Locale.ROOT));
            if (known == null) {
                throw wrong(property, needs, "must be none, second-approval or lead");
            }
            return known;
        }
    }

    static String word(RequiredApprovals needs) {
        return NEEDS.entrySet().stream()
                .filter(each -> each.getValue() == needs)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    List<ApprovalRule> parsed() {
        return parse(rules);
    }

    private static List<ApprovalRule> parse(@Nullable List<Rule> rules) {
        if (rules == null) {
            return DEFAULT_RULES;
        }
        List<ApprovalRule> parsed = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            parsed.add(rules.get(i).rule(PREFIX + "[" + i + "]"));
        }
        return parsed;
    }

    private static <T> Set<T> words(String property, @Nullable List<String> words, Function<String, T> parse) {
        Set<T> parsed = new HashSet<>();
        for (String word : words == null ? List.<String>of() : words) {
            try {
                parsed.add(parse.apply(word.strip()));
            } catch (IllegalArgumentException unknown) {
                throw wrong(property, word, expected(property));
            }
        }
        return parsed;
    }

    private static <T> T known(List<T> all, T word) {
        if (!all.contains(word)) {
            throw new IllegalArgumentException("unknown");
        }
        return word;
    }

    private static String expected(String property) {
        return switch (property.substring(property.lastIndexOf('.') + 1)) {
            case "type" -> "must be one or several of " + ResourceType.KNOWN;
            case "permission" -> "must be one or several of " + Permission.KNOWN;
            case "owner" -> "must be one or several of " + Arrays.toString(OwnerCategory.values());
            default -> "must be 12-digit account IDs";
        };
    }

    private static IllegalArgumentException wrong(String property, @Nullable String value, String message) {
        return new IllegalArgumentException(
                property + (value == null ? " is missing; it " : " is '" + value + "', and ") + message);
    }
}
