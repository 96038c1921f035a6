package io.countersign.team;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A delegation as somebody typed it; days as browsers send them: {@code 2026-11-22}. */
record DelegationForm(
        @Nullable String delegate,
        @Nullable String from,
        @Nullable String until,
        @Nullable String reason) {

    static final int LONGEST_REASON = 500;

    /** With both days counted. */
    static final int MOST_DAYS = 90;

    private static final int MOST_AHEAD = 365;

    static DelegationForm empty() {
        return new DelegationForm(null, null, null, null);
    }

    void checkDays(Errors errors, LocalDate today) {
        LocalDate first = day(errors, "from", from);
        LocalDate last = day(errors, "until", until);
        if (first != null && first.isBefore(today)) {
            errors.rejectValue("from", "team.delegation.from.past", new Object[] {today.toString()}, null);
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

    void checkReason(Errors errors) {
        String words = words();
        if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            errors.rejectValue("reason", "team.delegation.reason.missing");
        } else if (words.length() > LONGEST_REASON) {
            errors.rejectValue(
                    "reason", "team.delegation.reason.long", new Object[] {LONGEST_REASON, words.length()}, null);
        } else if (CommentText.unprintable(words)) {
            errors.rejectValue("reason", "team.delegation.reason.control");
        }
    }

    /** Only for a form without errors. */
    NewDelegation wish(String person) {
        return new NewDelegation(person, name(), LocalDate.parse(text(from)), LocalDate.parse(text(until)), words());
    }

    String name() {
        return text(delegate);
    }

    private String words() {
        return CommentText.clean(text(reason));
    }

    private static @Nullable LocalDate day(Errors errors, String field, @Nullable String typed) {
        String text = text(typed);
        if (text.isEmpty()) {
            errors.rejectValue(field, "team.delegation." + field + ".missing");
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            errors.rejectValue(field, "team.delegation." + field + ".wrong");
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
