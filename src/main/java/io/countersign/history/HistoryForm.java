package io.countersign.history;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.entry.AuditEntryFilter;
import io.countersign.audit.entry.EntryVisibility;
import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.identity.PersonName;
import io.countersign.input.PlainText;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The filters as typed, or as given in the URL. Each may be missing or wrong. */
record HistoryForm(
        @Size(max = PersonName.LONGEST, message = "{history.error.long}")
        @PlainText(message = "{history.error.control}")
        @Nullable
        String person,

        @Nullable String action,
        @Nullable String outcome,
        @Nullable String type,

        @Size(max = 100, message = "{history.error.long}") @PlainText(message = "{history.error.control}") @Nullable
        String owner,

        @Nullable String account,
        @Nullable String region,
        @Nullable String from,
        @Nullable String to,

        @Size(max = 200, message = "{history.error.long}") @PlainText(message = "{history.error.control}") @Nullable
        String text,

        @Nullable String before,
        @Nullable String after) {

    /** The value of the outcome that selects confirmed decisions instead of entries with one outcome. */
    static final String DECIDED = "DECIDED";

    /** Parses the filters. The result omits invalid fields, which the errors name. */
    AuditEntryFilter filter(Errors errors) {
        AuditEntryFilter.Days days = new AuditEntryFilter.Days(
                parse("from", from, HistoryForm::day, errors), parse("to", to, HistoryForm::day, errors));
        if (days.inverted()) {
            errors.rejectValue("from", "history.error.order");
        }
        boolean decided = DECIDED.equals(trimmed(outcome));
        return new AuditEntryFilter(
                person == null || person.isBlank() ? null : PersonName.key(person),
                parse("action", action, AuditAction::valueOf, errors),
                decided ? null : parse("outcome", outcome, AuditOutcome::valueOf, errors),
                decided,
                subject(errors),
                days,
                trimmed(text),
                EntryVisibility.ALL);
    }

    private AuditEntryFilter.Subject subject(Errors errors) {
        return new AuditEntryFilter.Subject(
                parse("type", type, HistoryForm::knownType, errors),
                trimmed(account(owner)),
                parse("account", account, typed -> new AccountId(typed.replace(" ", "")).value(), errors),
                parse("region", region, typed -> new Region(typed).value(), errors));
    }

    /** The number to page down from, or null. */
    @Nullable
    Long beforeSeq(Errors errors) {
        return parse("before", before, HistoryForm::seq, errors);
    }

    /** The number to page up from, or null. */
    @Nullable
    Long afterSeq(Errors errors) {
        Long seq = parse("after", after, HistoryForm::seq, errors);
        if (seq != null && trimmed(before) != null) {
            errors.rejectValue("after", "history.error.both");
        }
        return seq;
    }

    /** The filters as parameters of a URL, without empty ones and without the page position. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "person", person);
        put(all, "action", action);
        put(all, "outcome", outcome);
        put(all, "type", type);
        put(all, "owner", owner);
        put(all, "account", account);
        put(all, "region", region);
        put(all, "from", from);
        put(all, "to", to);
        put(all, "text", text);
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String typed) {
        String value = trimmed(typed);
        if (value != null) {
            all.put(name, value);
        }
    }

    private static <T> @Nullable T parse(
            String field, @Nullable String typed, Function<String, T> parser, Errors errors) {
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

    /** Removes the spaces of an account id that is typed in groups. */
    private static @Nullable String account(@Nullable String typed) {
        String close = typed == null ? "" : typed.replace(" ", "");
        return close.matches("\\d{12}") ? close : typed;
    }

    private static @Nullable String trimmed(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static String knownType(String typed) {
        ResourceType type = new ResourceType(typed);
        if (!type.known()) {
            throw new IllegalArgumentException("no such type");
        }
        return type.value();
    }

    private static LocalDate day(String typed) {
        LocalDate day = LocalDate.parse(typed);
        if (day.getYear() < 1970 || day.getYear() > 9999) {
            throw new DateTimeException("out of range");
        }
        return day;
    }

    private static long seq(String typed) {
        long seq = Long.parseLong(typed);
        if (seq < 0) {
            throw new IllegalArgumentException("numbers do not go below 0");
        }
        return seq;
    }
}
