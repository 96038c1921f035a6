package io.countersign.history;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.entry.AuditEntryFilter;
import io.countersign.audit.entry.EntryVisibility;
import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.identity.PersonName;
import io.countersign.input.PlainText;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
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
                HistoryFieldParser.parse("from", from, HistoryFieldParser::day, errors),
                HistoryFieldParser.parse("to", to, HistoryFieldParser::day, errors));
        if (days.inverted()) {
            errors.rejectValue("from", "history.error.order");
        }
        boolean decided = DECIDED.equals(HistoryFieldParser.trimmed(outcome));
        return new AuditEntryFilter(
                person == null || person.isBlank() ? null : PersonName.key(person),
                HistoryFieldParser.parse("action", action, AuditAction::valueOf, errors),
                decided ? null : HistoryFieldParser.parse("outcome", outcome, AuditOutcome::valueOf, errors),
                decided,
                subject(errors),
                days,
                HistoryFieldParser.trimmed(text),
                EntryVisibility.ALL);
    }

    private AuditEntryFilter.Subject subject(Errors errors) {
        return new AuditEntryFilter.Subject(
                HistoryFieldParser.parse("type", type, HistoryFieldParser::knownType, errors),
                HistoryFieldParser.trimmed(account(owner)),
                HistoryFieldParser.parse(
                        "account", account, typed -> new AccountId(typed.replace(" ", "")).value(), errors),
                HistoryFieldParser.parse("region", region, typed -> new Region(typed).value(), errors));
    }

    /** The number to page down from, or null. */
    @Nullable
    Long beforeSeq(Errors errors) {
        return HistoryFieldParser.parse("before", before, HistoryFieldParser::seq, errors);
    }

    /** The number to page up from, or null. */
    @Nullable
    Long afterSeq(Errors errors) {
        Long seq = HistoryFieldParser.parse("after", after, HistoryFieldParser::seq, errors);
        if (seq != null && HistoryFieldParser.trimmed(before) != null) {
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
        String value = HistoryFieldParser.trimmed(typed);
        if (value != null) {
            all.put(name, value);
        }
    }

    /** Removes the spaces of an account id that is typed in groups. */
    private static @Nullable String account(@Nullable String typed) {
        String close = typed == null ? "" : typed.replace(" ", "");
        return close.matches("\\d{12}") ? close : typed;
    }
}
