package io.countersign.invitation.queue;

import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.queue.ApprovalMatches.ApprovalMatch;
import io.countersign.owner.Owners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Translates the badges of a filter to SQL conditions with parameters. A badge has the same parameters whatever other badges
 * there are, because a statement can contain the conditions of several tabs, to which different badges apply.
 */
final class BadgeSql {

    private final Map<String, Object> parameters = new HashMap<>();
    private final BadgeMatch match;

    BadgeSql(BadgeMatch match) {
        this.match = match;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String condition(Badge badge) {
        return switch (badge) {
            case EXTERNAL -> in("shared_by", "external", match.external());
            case NEW_OWNER -> Owners.IS_NEW.formatted("shared_by");
            case SECOND_APPROVAL -> secondApproval();
        };
    }

    private String secondApproval() {
        List<String> rules = new ArrayList<>();
        for (ApprovalMatch rule : match.approvals()) {
            rules.add(rule(rule, "rule" + rules.size()));
        }
        return rules.isEmpty() ? "1 = 0" : "(" + String.join(" or ", rules) + ")";
    }

    private String rule(ApprovalMatch rule, String name) {
        String owners = in("shared_by", name + "_owners", rule.owners());
        List<String> conditions =
                new ArrayList<>(List.of(rule.except() ? "not coalesce(%s, false)".formatted(owners) : owners));
        if (!rule.types().isEmpty()) {
            conditions.add(in("resource_type", name + "_types", rule.types()));
        }
        if (!rule.accounts().isEmpty()) {
            conditions.add(in("account_id", name + "_accounts", rule.accounts()));
        }
        if (!rule.permissions().isEmpty()) {
            conditions.add(permission(rule, name));
        }
        return "(" + String.join(" and ", conditions) + ")";
    }

    private String permission(ApprovalMatch rule, String name) {
        String named = in("permission", name + "_permissions", rule.permissions());
        if (!rule.unknownPermissions()) {
            return named;
        }
        List<String> known = Permission.KNOWN.stream().map(Permission::value).toList();
        List<String> without = ResourceType.KNOWN.stream()
                .filter(type -> !type.equals(ResourceType.WORKLOAD))
                .map(ResourceType::value)
                .toList();
        return "(%s or not %s or permission is null and not %s)"
                .formatted(
                        named,
                        in("permission", "known_permissions", known),
                        in("resource_type", "types_without_permission", without));
    }

    private String in(String column, String name, Collection<String> values) {
        parameters.put("badge_" + name, values.toArray(String[]::new));
        return "%s in (select unnest(cast(:badge_%s as varchar array)))".formatted(column, name);
    }
}
