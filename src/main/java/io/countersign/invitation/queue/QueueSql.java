package io.countersign.invitation.queue;

import io.countersign.connection.InvitationId;
import io.countersign.invitation.VisibilityCondition;
import io.countersign.invitation.VisibilityScope;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates a queue filter to SQL: condition, parameters and order. */
final class QueueSql {

    /** As in the index of the text. */
    private static final String TEXT =
            "searched_invitation(resource_name, resource_id, shared_with, invitation_id) like :text escape '!'";

    private static final String SAME_RESOURCE = """
            (shared_by, resource_start, resource_id) in (
              select shared_by, resource_start, resource_id from invitation where invitation_id = :resource_of and %s)""";

    private static final String SCOPE = "resource_scope";

    private final StringBuilder condition;
    private final Map<String, Object> parameters = new HashMap<>();
    private final QueueFilter filter;

    QueueSql(QueueFilter filter) {
        this.filter = filter;
        condition = new StringBuilder(filter.state().condition());
        within(filter.scope().and(filter.match().sources()));
        if (filter.by() == QueueSort.ASSIGNEE) {
            claims(filter.match().assignees());
        }
        ids("in", "only", filter.match().only());
        ids("not in", "except", filter.match().except());
        InvitationCriteria criteria = filter.criteria();
        same("resource_type", criteria.type());
        same("account_id", criteria.account());
        same("region", criteria.region());
        same("permission", criteria.permission());
        same("shared_by", criteria.owner());
        if (criteria.resourceOf() != null) {
            condition.append(" and ").append(SAME_RESOURCE.formatted(VisibilityCondition.of(filter.scope(), SCOPE)));
            parameters.putAll(VisibilityCondition.parameters(filter.scope(), SCOPE));
            parameters.put("resource_of", criteria.resourceOf().value());
        }
        BadgeSql badges = new BadgeSql(filter.badges());
        criteria.badges().stream()
                .filter(badge -> badge.appliesTo(filter.state()))
                .forEach(badge -> condition.append(" and ").append(badges.condition(badge)));
        parameters.putAll(badges.parameters());
        if (criteria.waited() != null) {
            condition.append(" and ").append(criteria.waited().condition());
        }
        if (criteria.text() != null) {
            condition.append(" and ").append(TEXT);
            parameters.put("text", contains(criteria.text()));
        }
    }

    String condition() {
        return condition.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String order() {
        return order(filter.descending());
    }

    /**
     * Returns the table that contains the first rows in this order. No index has the order by assignee, so it combines the
     * few assigned invitations with the first of the others, which an index has.
     *
     * @param most the number of rows, as SQL
     */
    String table(String most) {
        if (filter.by() != QueueSort.ASSIGNEE) {
            return "invitation";
        }
        return """
                (select * from invitation where %1$s and invitation_id = any (cast(:claimed as text array))
                union all (select * from invitation where %1$s and invitation_id <> all (cast(:claimed as text array))
                  order by invitation_id%2$s limit %3$s)) as invitation""".formatted(condition(), filter.descending() ? " desc" : "", most);
    }

    String reverseOrder() {
        return order(!filter.descending());
    }

    /** Selects the rows after the given invitation in this order, even if that invitation left the queue. */
    String after() {
        return beside(filter.descending() ? "<" : ">");
    }

    String before() {
        return beside(filter.descending() ? ">" : "<");
    }

    private String beside(String relation) {
        String key = key();
        return "(%s, invitation_id) %s (select %s, invitation_id from invitation where invitation_id = :id)"
                .formatted(key, relation, key);
    }

    private String order(boolean descending) {
        String way = descending ? " desc" : "";
        return key() + way + ", invitation_id" + way;
    }

    private String key() {
        return filter.by().expression(filter.state());
    }

    private void same(String column, @Nullable String value) {
        if (value != null) {
            condition.append(" and ").append(column).append(" = :").append(column);
            parameters.put(column, value);
        }
    }

    /** Applies the visibility scope, so that neither rows nor counts contain hidden invitations. */
    private void within(VisibilityScope visibilityScope) {
        condition.append(" and ").append(VisibilityCondition.of(visibilityScope));
        parameters.putAll(VisibilityCondition.parameters(visibilityScope));
    }

    /** The order by assignee needs the claims, which belong to another module. */
    private void claims(Map<InvitationId, String> assignees) {
        parameters.put(
                "claimed", assignees.keySet().stream().map(InvitationId::value).toArray(String[]::new));
        parameters.put("assignees", assignees.values().toArray(String[]::new));
    }

    private void ids(String operator, String name, @Nullable Set<InvitationId> ids) {
        if (ids != null) {
            condition.append(
                    " and invitation_id %s (select unnest(cast(:%s as varchar array)))".formatted(operator, name));
            parameters.put(name, ids.stream().map(InvitationId::value).toArray(String[]::new));
        }
    }

    private static String contains(String text) {
        String literal = text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
        return "%" + literal + "%";
    }
}
