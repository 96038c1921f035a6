package io.countersign.batch.web;

import io.countersign.decision.Reason;
import io.countersign.input.FreeText;
import io.countersign.input.TypedText;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form below a draft.
 *
 * @param item positions of the selected items
 */
record BatchForm(
        @FreeText(message = "decision.reason", min = Reason.SHORTEST, max = Reason.LONGEST)
        String reason,

        @NotEmpty(message = "{batch.item.missing}") List<String> item) {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,6}");

    BatchForm(@Nullable String reason, @Nullable List<String> item) {
        this.reason = TypedText.clean(reason);
        this.item = item == null ? List.of() : item;
    }

    Set<Integer> items() {
        return item.stream()
                .filter(text -> POSITION.matcher(text).matches())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    BatchForm adding(String offered) {
        return new BatchForm(reason.isEmpty() ? offered : reason + "\n" + offered, item);
    }

    /** @param choosable positions of the items that can be selected */
    void checkItems(Errors errors, Set<Integer> choosable) {
        if (item.stream().anyMatch(text -> !POSITION.matcher(text).matches()) || !choosable.containsAll(items())) {
            errors.rejectValue("item", "batch.item.unknown");
        }
    }
}
