package io.countersign.policy;

import io.countersign.connection.AccountId;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import java.util.Set;

/**
 * How many people it takes where all of these conditions hold. An empty condition always does.
 *
 * @param permissions CONTRIBUTOR stands for every permission that is not known, too
 * @param owners the owner is of one of these kinds
 * @param accounts of recipients
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

    boolean matches(ApprovalCriteria stakes) {
        return (types.isEmpty() || types.contains(stakes.type()))
                && (permissions.isEmpty() || permits(stakes))
                && (owners.isEmpty() || stakes.owner().stream().anyMatch(owners::contains))
                && (accounts.isEmpty() || accounts.contains(stakes.account()));
    }

    private boolean permits(ApprovalCriteria stakes) {
        boolean named = stakes.permission() != null && permissions.contains(stakes.permission());
        return named || stakes.strange() && permissions.contains(Permission.CONTRIBUTOR);
    }
}
