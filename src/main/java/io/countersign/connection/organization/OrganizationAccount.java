package io.countersign.connection.organization;

import io.countersign.connection.AccountId;

/**
 * An account of our AWS organization.
 *
 * @param state AWS's word, such as {@code ACTIVE} or {@code SUSPENDED}; an unknown word is kept as it came
 */
public record OrganizationAccount(AccountId account, String name, String state) {

    public boolean active() {
        return state.equals("ACTIVE");
    }
}
