package io.countersign.connection.organization;

import io.countersign.connection.AccountId;

/**
 * An account of the AWS organization.
 *
 * @param state the state from AWS, such as {@code ACTIVE} or {@code SUSPENDED}; unknown values are kept unchanged
 */
public record OrganizationAccount(AccountId account, String name, String state) {

    public boolean active() {
        return state.equals("ACTIVE");
    }
}
