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
public record StakesRule(
        Set<ResourceType> types,
        Set<Permission> permissions,
        Set<OwnerKind> owners,
        Set<AccountId> accounts,
        Needs needs) {

    public StakesRule {
        types = Set.copyOf(types);
        permissions = Set.copyOf(permissions);
        owners = Set.copyOf(owners);
        accounts = Set.copyOf(accounts);
    }

    boolean matches(Stakes stakes) {
        return (types.isEmpty() || types.contains(stakes.type()))
                && (permissions.isEmpty() || permits(stakes))
                && (owners.isEmpty() || stakes.owner().stream().anyMatch(owners::contains))
                && (accounts.isEmpty() || accounts.contains(stakes.account()));
    }

    private boolean permits(Stakes stakes) {
        boolean named = stakes.permission() != null && permissions.contains(stakes.permission());
        return named || stakes.strange() && permissions.contains(Permission.CONTRIBUTOR);
    }
}
