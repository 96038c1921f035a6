package io.countersign.decision.web.owner;

import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.owner.PendingOwnerChanges;
import io.countersign.policy.OwnerCategory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Formats the categories of an owner that count until a loosening change is confirmed. */
@Component
class PendingOwnerMessages implements PendingOwnerChanges {

    private final ApprovalRules rules;
    private final MessageSourceAccessor messages;

    PendingOwnerMessages(ApprovalRules rules, MessageSource messages) {
        this.rules = rules;
        this.messages = new MessageSourceAccessor(messages, Locale.ENGLISH);
    }

    @Override
    public Map<String, String> stillTreatedAs() {
        Map<String, String> words = new HashMap<>();
        rules.strictest().replacedCategories().forEach((owner, categories) -> words.put(owner, words(categories)));
        return words;
    }

    @Override
    public Optional<String> stillTreatedAs(String owner) {
        return Optional.of(rules.strictest().replacedCategories(owner))
                .filter(categories -> !categories.isEmpty())
                .map(this::words);
    }

    private String words(Set<OwnerCategory> categories) {
        return categories.stream()
                .map(category -> messages.getMessage("owner.category." + category))
                .collect(Collectors.joining(messages.getMessage("owner.category.and")));
    }
}
