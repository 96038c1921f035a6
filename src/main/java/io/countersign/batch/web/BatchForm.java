package io.countersign.batch.web;

import io.countersign.decision.Reason;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What a person chose and typed under a draft.
 *
 * @param item positions of what is to be decided
 */
record BatchForm(@Nullable String reason, @Nullable List<String> item) {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,6}");

    Set<Integer> items() {
        return typed().stream()
                .filter(text -> POSITION.matcher(text).matches())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    private List<String> typed() {
        return item == null ? List.of() : item;
    }

    BatchForm adding(String offered) {
        return new BatchForm(text().isEmpty() ? offered : text() + "\n" + offered, item);
    }

    /** @param choosable positions of what the draft holds */
    void check(Errors errors, Set<Integer> choosable) {
        if (typed().isEmpty()) {
            errors.rejectValue("item", "batch.item.missing");
        } else if (typed().stream().anyMatch(text -> !POSITION.matcher(text).matches())
                || !choosable.containsAll(items())) {
            errors.rejectValue("item", "batch.item.unknown");
        }
        Reason.problem(text())
                .ifPresent(problem -> errors.rejectValue(
                        "reason",
                        "decision." + problem,
                        new Object[] {Reason.SHORTEST, Reason.LONGEST, text().length()},
                        null));
    }

    String text() {
        return Reason.clean(reason == null ? "" : reason);
    }
}
