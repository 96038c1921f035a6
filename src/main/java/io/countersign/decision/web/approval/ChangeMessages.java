package io.countersign.decision.web.approval;

import io.countersign.authority.ValueKind;
import io.countersign.connection.KnownAccounts;
import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.web.RuleMessages;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Formats stored values in words: a rule as its sentence, roles by their labels, and a duration such as {@code 10 s}. */
@Component
class ChangeMessages {

    private final RuleMessages rules;
    private final KnownAccounts accounts;
    private final MessageSourceAccessor messages;

    ChangeMessages(RuleMessages rules, KnownAccounts accounts, MessageSource messages) {
        this.rules = rules;
        this.accounts = accounts;
        this.messages = new MessageSourceAccessor(messages, Locale.ENGLISH);
    }

    /**
     * The name of what changed; the type or the permission of a hold, such as {@code type.LENS}, by its label, and an account
     * with its name.
     */
    String subject(ValueKind kind, String subject) {
        return switch (kind) {
            case HOLD -> messages.getMessage("site." + subject, subject);
            case OWNER, MEMBERSHIP, CONNECTION ->
                accounts.find(subject)
                        .map(known -> known.name() + " (" + subject + ")")
                        .orElse(subject);
            default -> subject;
        };
    }

    String value(ValueKind kind, String value) {
        return switch (kind) {
            case RULE -> rules.sentence(ApprovalRules.parse(value));
            case PERSON, USER ->
                Arrays.stream(value.split(", "))
                        .map(role -> messages.getMessage("site.code." + role, role))
                        .collect(Collectors.joining(", "));
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
