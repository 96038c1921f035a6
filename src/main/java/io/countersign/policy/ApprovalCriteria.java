package io.countersign.policy;

import io.countersign.connection.AccountId;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an invitation that approval rules match.
 *
 * @param account the account of the recipient
 */
public record ApprovalCriteria(
        ResourceType type, @Nullable Permission permission, AccountId account, Set<OwnerCategory> owner) {

    public ApprovalCriteria {
        owner = Set.copyOf(owner);
    }

    /** Returns whether the permission is unknown or missing, so that it may grant more than any known permission. */
    boolean permissionUnknown() {
        return permission == null ? type.equals(ResourceType.WORKLOAD) || !type.known() : !permission.known();
    }
}
