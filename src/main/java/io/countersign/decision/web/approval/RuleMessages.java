package io.countersign.decision.web.approval;

import io.countersign.policy.ApprovalRule;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Says a rule about the second person in a sentence. */
@Component
class RuleMessages {

    private final MessageSourceAccessor messages;

    RuleMessages(MessageSource messages) {
        this.messages = new MessageSourceAccessor(messages, Locale.ENGLISH);
    }

    String sentence(ApprovalRule rule) {
        String accounts = rule.accounts().isEmpty() ? say("rules.account.any") : accounts(rule);
        return say(
                "rules.sentence",
                say("rules.needs." + rule.needs()),
                say("rules.what", any("type", rule.types()), any("permission", rule.permissions())),
                say("rules.whose", any("owner", rule.owners()), accounts));
    }

    private String accounts(ApprovalRule rule) {
        return rule.accounts().stream().map(Object::toString).sorted().collect(Collectors.joining(say("rules.or")));
    }

    private String any(String kind, Collection<?> words) {
        return words.isEmpty()
                ? say("rules." + kind + ".any")
                : words.stream()
                        .map(word -> say("rules." + kind + "." + word))
                        .sorted()
                        .collect(Collectors.joining(say("rules.or")));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values);
    }
}
