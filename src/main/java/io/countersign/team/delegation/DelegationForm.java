package io.countersign.team.delegation;

import io.countersign.input.FreeText;
import io.countersign.input.TypedText;
import io.countersign.team.DelegationRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The form that adds a delegation; days have the format of browsers: {@code 2026-11-22}. */
record DelegationForm(
        String delegate,
        String from,
        String until,

        @FreeText(message = "team.delegation.reason", max = 500)
        String reason) {

    /** Counts both the first and the last day. */
    static final int MOST_DAYS = 90;

    private static final int MOST_AHEAD = 365;

    DelegationForm {
        delegate = TypedText.clean(delegate);
        from = TypedText.clean(from);
        until = TypedText.clean(until);
        reason = TypedText.clean(reason);
    }

    static DelegationForm empty() {
        return new DelegationForm("", "", "", "");
    }

    void checkDays(Errors errors, LocalDate today) {
        LocalDate first = day(errors, "from", from);
        LocalDate last = day(errors, "until", until);
        if (first != null && first.isBefore(today)) {
            errors.rejectValue("from", "team.delegation.from.past");
        } else if (first != null && first.isAfter(today.plusDays(MOST_AHEAD))) {
            errors.rejectValue("from", "team.delegation.from.far", new Object[] {MOST_AHEAD}, null);
        }
        if (first != null && last != null) {
            checkSpan(errors, first, last);
        }
    }

    private static void checkSpan(Errors errors, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            errors.rejectValue("until", "team.delegation.until.before");
        } else if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            errors.rejectValue("until", "team.delegation.until.long", new Object[] {MOST_DAYS}, null);
        }
    }

    /** Converts the form; call it only on a valid form. */
    DelegationRequest toCommand(String person) {
        return new DelegationRequest(person, delegate, LocalDate.parse(from), LocalDate.parse(until), reason);
    }

    private static @Nullable LocalDate day(Errors errors, String field, String typed) {
        if (typed.isEmpty()) {
            errors.rejectValue(field, "team.delegation." + field + ".missing");
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            errors.rejectValue(field, "team.delegation." + field + ".wrong");
            return null;
        }
    }
}
