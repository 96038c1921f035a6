package io.countersign.history;

import io.countersign.connection.AccountId;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Parses the typed values of the filters of the history. */
final class HistoryFieldParser {

    private HistoryFieldParser() {}

    /** Returns null for an empty field, and for an invalid one, which the errors name. */
    static <T> @Nullable T parse(String field, @Nullable String typed, Function<String, T> parser, Errors errors) {
        String value = trimmed(typed);
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            errors.rejectValue(field, "history.error." + field);
            return null;
        }
    }

    static @Nullable String trimmed(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    static String knownType(String typed) {
        ResourceType type = new ResourceType(typed);
        if (!type.known()) {
            throw new IllegalArgumentException("no such type");
        }
        return type.value();
    }

    static String knownPermission(String typed) {
        if (!new Permission(typed).known()) {
            throw new IllegalArgumentException("no such permission");
        }
        return typed;
    }

    /** Digits alone are an account ID, which may be typed in groups; anything else is a part of a name. */
    static String accountOrName(String typed) {
        String close = typed.replace(" ", "");
        return close.matches("[0-9]+") ? new AccountId(close).value() : typed;
    }

    static boolean internal(String typed) {
        return switch (typed) {
            case "INTERNAL" -> true;
            case "EXTERNAL" -> false;
            default -> throw new IllegalArgumentException("no such membership");
        };
    }

    static LocalDate day(String typed) {
        LocalDate day = LocalDate.parse(typed);
        if (day.getYear() < 1970 || day.getYear() > 9999) {
            throw new DateTimeException("out of range");
        }
        return day;
    }
}
