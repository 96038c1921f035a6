package io.countersign.decision.web.approval;

import io.countersign.decision.web.RuleMessages;
import io.countersign.authority.ValueKind;
import io.countersign.decision.eligibility.ApprovalRules;
import org.springframework.stereotype.Component;

/** Formats stored values in words: a rule as its sentence, and a duration such as {@code 10 s}. */
@Component
class ChangeMessages {

    private final RuleMessages rules;

    ChangeMessages(RuleMessages rules) {
        this.rules = rules;
    }

    String value(ValueKind kind, String value) {
        return switch (kind) {
            case RULE -> rules.sentence(ApprovalRules.parse(value));
            case HOLD, SETTING -> value.startsWith("PT") ? duration(value) : value;
            default -> value;
        };
    }

    private static String duration(String value) {
        return value.substring("PT".length())
                .replace("H", " h ")
                .replace("M", " min ")
                .replace("S", " s")
                .strip();
    }
}
