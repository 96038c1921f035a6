package io.countersign.policy;

import io.countersign.connection.AccountId;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import java.util.Set;

/**
 * The approvals that an accept requires if all of these conditions match. An empty condition always matches.
 *
 * @param permissions CONTRIBUTOR also matches every unknown permission
 * @param owners matches if the owner has one of these categories
 * @param accounts the accounts of recipients
 */
public record ApprovalRule(
        Set<ResourceType> types,
        Set<Permission> permissions,
        Set<OwnerCategory> owners,
        Set<AccountId> accounts,
        RequiredApprovals needs) {

    public ApprovalRule {
        types = Set.copyOf(types);
        permissions = Set.copyOf(permissions);
        owners = Set.copyOf(owners);
        accounts = Set.copyOf(accounts);
    }

    boolean matches(ApprovalCriteria criteria) {
        return (types.isEmpty() || types.contains(criteria.type()))
                && (permissions.isEmpty() || permissionMatches(criteria))
                && (owners.isEmpty() || criteria.owner().stream().anyMatch(owners::contains))
                && (accounts.isEmpty() || accounts.contains(criteria.account()));
    }

    private boolean permissionMatches(ApprovalCriteria criteria) {
        boolean named = criteria.permission() != null && permissions.contains(criteria.permission());
        return named || criteria.permissionUnknown() && permissions.contains(Permission.CONTRIBUTOR);
    }
}
