package io.countersign.policy;

import io.countersign.connection.AccountId;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What accepting an invitation would open, and to whom.
 *
 * @param account the recipient's
 */
public record ApprovalCriteria(
        ResourceType type, @Nullable Permission permission, AccountId account, Set<OwnerCategory> owner) {

    public ApprovalCriteria {
        owner = Set.copyOf(owner);
    }

    /** A permission that nobody here knows may allow more than any that is known, and so may one that AWS left out. */
    boolean strange() {
        return permission == null ? type.equals(ResourceType.WORKLOAD) || !type.known() : !permission.known();
    }
}
