package io.countersign.history;

import io.countersign.invitation.Scope;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a query for entries, with their parameters. The SQL is made of constants only. */
final class EntryWhere {

    private static final List<String> TEXT_COLUMNS =
            List.of("resource_name", "resource_id", "invitation_id", "reason", "message", "request_id");

    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> params = new HashMap<>();

    EntryWhere(EntryFilter filter) {
        and("actor = :person", "person", filter.person());
        and("action = :action", "action", name(filter.action()));
        and("outcome = :outcome", "outcome", name(filter.outcome()));
        and("resource_type = :type", "type", string(filter.type()));
        and("owner = :owner", "owner", filter.owner());
        and("account_id = :account", "account", string(filter.account()));
        and("region = :region", "region", string(filter.region()));
        and("at >= :from", "from", startOf(filter.from()));
        and("at < :to", "to", filter.to() == null ? null : startOf(filter.to().plusDays(1)));
        and(textCondition(), "text", filter.text() == null ? null : pattern(filter.text()));
        within(filter.scope());
    }

    /** What is about no account, such as a sign-in, is for every reader. */
    private void within(Scope scope) {
        conditions.add("(account_id is null or " + scope.seen() + ")");
        params.putAll(scope.parameters());
    }

    EntryWhere before(@Nullable Long seq) {
        return and("seq < :before", "before", seq);
    }

    EntryWhere after(@Nullable Long seq) {
        return and("seq > :after", "after", seq);
    }

    String sql() {
        return " where " + String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        return params;
    }

    private EntryWhere and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
        return this;
    }

    private static String textCondition() {
        List<String> each = TEXT_COLUMNS.stream()
                .map(column -> "lower(" + column + ") like lower(:text) escape '!'")
                .toList();
        return "(" + String.join(" or ", each) + ")";
    }

    private static String pattern(String text) {
        return "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
