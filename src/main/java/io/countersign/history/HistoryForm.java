package io.countersign.history;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What was typed into the filters, or stands in the address. All of it may be missing or wrong. */
record HistoryForm(
        @Nullable String person,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable String type,
        @Nullable String owner,
        @Nullable String account,
        @Nullable String region,
        @Nullable String from,
        @Nullable String to,
        @Nullable String text,
        @Nullable String before,
        @Nullable String after) {

    private static final int MAX_PERSON = 64;
    private static final int MAX_OWNER = 100;
    private static final int MAX_TEXT = 200;

    /** The filter; each field that makes no sense is left out of it and named in the errors. */
    EntryFilter filter(Errors errors) {
        EntryFilter filter = new EntryFilter(
                        text("person", person, MAX_PERSON, errors),
                        parse("action", action, EntryAction::valueOf, errors),
                        parse("outcome", outcome, EntryOutcome::valueOf, errors),
                        parse("type", type, HistoryForm::knownType, errors),
                        parse("account", account, typed -> new AccountId(typed.replace(" ", "")), errors),
                        parse("region", region, Region::new, errors),
                        parse("from", from, HistoryForm::day, errors),
                        parse("to", to, HistoryForm::day, errors),
                        text("text", text, MAX_TEXT, errors))
                .of(text("owner", account(owner), MAX_OWNER, errors));
        if (filter.from() != null && filter.to() != null && filter.from().isAfter(filter.to())) {
            errors.rejectValue("from", "history.error.order");
        }
        return filter;
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
        if (seq != null && given(before) != null) {
            errors.rejectValue("after", "history.error.both");
        }
        return seq;
    }

    /** The filters as parameters of an address, without those that are empty, and without the place in the list. */
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
        String value = given(typed);
        if (value != null) {
            all.put(name, value);
        }
    }

    private static @Nullable String text(String field, @Nullable String typed, int max, Errors errors) {
        String value = given(typed);
        if (value == null) {
            return null;
        }
        if (value.length() > max) {
            errors.rejectValue(field, "history.error.long", new Object[] {max}, null);
            return null;
        }
        if (SafeText.hasControl(value)) {
            errors.rejectValue(field, "history.error.control");
            return null;
        }
        return value;
    }

    private static <T> @Nullable T parse(
            String field, @Nullable String typed, Function<String, T> parser, Errors errors) {
        String value = given(typed);
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

    /** As people write account ids, in groups; what is no account id stays as it is. */
    private static @Nullable String account(@Nullable String typed) {
        String close = typed == null ? "" : typed.replace(" ", "");
        return close.matches("\\d{12}") ? close : typed;
    }

    private static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static ResourceType knownType(String typed) {
        ResourceType type = new ResourceType(typed);
        if (!type.known()) {
            throw new IllegalArgumentException("no such type");
        }
        return type;
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
