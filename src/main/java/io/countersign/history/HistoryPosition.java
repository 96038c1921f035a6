package io.countersign.history;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The position in the list, as numbers of entries.
 *
 * @param before shows the entries below it, or the newest if both are null
 * @param after shows the entries above it
 */
record HistoryPosition(@Nullable Long before, @Nullable Long after) {

    static HistoryPosition parse(@Nullable String before, @Nullable String after, Errors errors) {
        HistoryPosition position = new HistoryPosition(seq("before", before, errors), seq("after", after, errors));
        if (position.before != null && position.after != null) {
            errors.reject("history.error.both");
        }
        return position;
    }

    private static @Nullable Long seq(String name, @Nullable String typed, Errors errors) {
        String value = HistoryFieldParser.trimmed(typed);
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,18}")) {
            errors.reject("history.error." + name);
            return null;
        }
        return Long.valueOf(value);
    }
}
