package io.countersign.decision.web;

import io.countersign.policy.ApprovalRule;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Formats an approval rule as a sentence. */
@Component
public class RuleMessages {

    private final MessageSourceAccessor messages;

    RuleMessages(MessageSource messages) {
        this.messages = new MessageSourceAccessor(messages, Locale.ENGLISH);
    }

    public String sentence(ApprovalRule rule) {
        String accounts = rule.accounts().isEmpty() ? message("rules.account.any") : accounts(rule);
        return message(
                "rules.sentence",
                message("rules.needs." + rule.needs()),
                message("rules.what", any("type", rule.types()), any("permission", rule.permissions())),
                message("rules.whose", any("owner", rule.owners()), accounts));
    }

    private String accounts(ApprovalRule rule) {
        return rule.accounts().stream().map(Object::toString).sorted().collect(Collectors.joining(message("rules.or")));
    }

    private String any(String kind, Collection<?> words) {
        return words.isEmpty()
                ? message("rules." + kind + ".any")
                : words.stream()
                        .map(word -> message("rules." + kind + "." + word))
                        .sorted()
                        .collect(Collectors.joining(message("rules.or")));
    }

    private String message(String key, Object... values) {
        return messages.getMessage(key, values);
    }
}
