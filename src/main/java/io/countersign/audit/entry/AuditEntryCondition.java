package io.countersign.audit.entry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The from and where clauses of a query for entries, with their parameters. The SQL is made of constants only. */
final class AuditEntryCondition {

    private static final String TEXT =
            "searched_text(resource_name, resource_id, invitation_id, reason, message, request_id)"
                    + " like lower(:text) escape '!'";

    /**
     * Numbers and times grow together, unless the clock was set back. An entry may therefore be a day off; numbers beyond that
     * need not be read.
     */
    private static final String FROM = "at >= :from and seq >= (select seq from audit_entry"
            + " where at >= cast(:from as timestamptz) - interval '1 day' order by at limit 1)";

    private static final String TO = "at < :to and seq <= (select seq from audit_entry"
            + " where at < cast(:to as timestamptz) + interval '1 day' order by at desc limit 1)";

    /** Has an index. */
    private static final String NOT_ROUTINE =
            "not (action in ('READ', 'EXPIRY_WARNING') and outcome not in ('FAILED', 'RECOVERED'))";

    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> params = new HashMap<>();
    private final String from;

    AuditEntryCondition(AuditEntryFilter filter) {
        from = filter.decided() ? " from confirmed_decision" : " from audit_entry";
        String actor = filter.decided() ? "decided_by" : "actor";
        and("lower(%s collate \"C\") = lower(:person)".formatted(actor), "person", filter.person());
        and(filter.decided() ? "decided_action = :action" : "action = :action", "action", name(filter.action()));
        and("outcome = :outcome", "outcome", name(filter.outcome()));
        and("resource_type = :type", "type", filter.subject().type());
        and(
                "owner = any(cast(:owners as varchar array))",
                "owners",
                array(filter.subject().owners()));
        and(
                "account_id = any(cast(:accounts as varchar array))",
                "accounts",
                array(filter.subject().accounts()));
        and("region = :region", "region", filter.subject().region());
        and("permission = :permission", "permission", filter.subject().permission());
        and(FROM, "from", startOf(filter.days().from()));
        and(
                TO,
                "to",
                filter.days().to() == null ? null : startOf(filter.days().to().plusDays(1)));
        and(TEXT, "text", filter.text() == null ? null : pattern(filter.text()));
        within(filter.visibility());
        if (!filter.routine()) {
            conditions.add(NOT_ROUTINE);
        }
    }

    private void within(EntryVisibility visibility) {
        conditions.add("(" + visibility.condition()
                + " or account_id is null and (action not in ('BATCH', 'EXPORT', 'DELEGATE') or actor = :reader))");
        params.putAll(visibility.parameters());
        params.put("reader", visibility.reader());
    }

    AuditEntryCondition before(@Nullable Long seq) {
        return and("seq < :before", "before", seq);
    }

    AuditEntryCondition after(@Nullable Long seq) {
        return and("seq > :after", "after", seq);
    }

    String sql() {
        return from + " where " + String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        return params;
    }

    private AuditEntryCondition and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
        return this;
    }

    private static String pattern(String text) {
        return "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String @Nullable [] array(@Nullable List<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
