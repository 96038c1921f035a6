package io.countersign.history;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.entry.AuditEntryFilter;
import io.countersign.audit.entry.EntryVisibility;
import io.countersign.connection.Region;
import io.countersign.identity.PersonName;
import io.countersign.input.PlainText;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

        @Nullable String membership,
        @Nullable String permission,

        @Size(max = 100, message = "{history.error.long}") @PlainText(message = "{history.error.control}") @Nullable
        String account,

        @Nullable String region,
        @Nullable String from,
        @Nullable String to,

        @Size(max = 200, message = "{history.error.long}") @PlainText(message = "{history.error.control}") @Nullable
        String text) {

    /** The value of the outcome that leaves out the routine entries of the system. */
    static final String ACTIVITY = "ACTIVITY";

    /** The value of the outcome that selects confirmed decisions instead of entries with one outcome. */
    static final String DECIDED = "DECIDED";

    /** The value of the outcome that selects entries with any outcome, also routine entries. */
    static final String ALL = "ALL";

    private static final Set<String> GROUPS = Set.of(ACTIVITY, DECIDED, ALL);

    /**
     * Parses the filters. The result omits invalid fields, which the errors name.
     *
     * @param complete whether routine entries are included as long as no outcome is given
     */
    AuditEntryFilter filter(boolean complete, Errors errors, KnownNames names) {
        AuditEntryFilter.Days days = new AuditEntryFilter.Days(
                HistoryFieldParser.parse("from", from, HistoryFieldParser::day, errors),
                HistoryFieldParser.parse("to", to, HistoryFieldParser::day, errors));
        if (days.inverted()) {
            errors.rejectValue("from", "history.error.order");
        }
        String result = HistoryFieldParser.trimmed(outcome);
        return new AuditEntryFilter(
                person == null || person.isBlank() ? null : PersonName.key(person),
                HistoryFieldParser.parse("action", action, AuditAction::valueOf, errors),
                result == null || GROUPS.contains(result)
                        ? null
                        : HistoryFieldParser.parse("outcome", result, AuditOutcome::valueOf, errors),
                DECIDED.equals(result),
                !ACTIVITY.equals(result) && (complete || asksForEntries()),
                subject(errors, names),
                days,
                HistoryFieldParser.trimmed(text),
                EntryVisibility.ALL);
    }

    /** An action, an outcome or a text asks for certain entries, so none of them is left out. */
    private boolean asksForEntries() {
        return Stream.of(action, outcome, text).anyMatch(typed -> HistoryFieldParser.trimmed(typed) != null);
    }

    private AuditEntryFilter.Subject subject(Errors errors, KnownNames names) {
        return new AuditEntryFilter.Subject(
                HistoryFieldParser.parse("type", type, HistoryFieldParser::knownType, errors),
                names.owners(
                        HistoryFieldParser.trimmed(account(owner)),
                        HistoryFieldParser.parse("membership", membership, HistoryFieldParser::internal, errors)),
                names.accounts(HistoryFieldParser.parse("account", account, HistoryFieldParser::accountOrName, errors)),
                HistoryFieldParser.parse("region", region, typed -> new Region(typed).value(), errors),
                HistoryFieldParser.parse("permission", permission, HistoryFieldParser::knownPermission, errors));
    }

    /** The filters as parameters of a URL, without empty ones. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "person", person);
        put(all, "action", action);
        put(all, "outcome", outcome);
        put(all, "type", type);
        put(all, "owner", owner);
        put(all, "membership", membership);
        put(all, "permission", permission);
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
