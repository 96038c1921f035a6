package io.countersign.batch;

import io.countersign.decision.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What a person chose and typed under a draft.
 *
 * @param item positions of what is to be decided
 */
record BatchForm(@Nullable String reason, @Nullable List<Integer> item) {

    List<Integer> items() {
        return item == null ? List.of() : item;
    }

    BatchForm adding(String offered) {
        return new BatchForm(text().isEmpty() ? offered : text() + "\n" + offered, item);
    }

    void check(Errors errors) {
        if (items().isEmpty()) {
            errors.rejectValue("item", "batch.item.missing");
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
