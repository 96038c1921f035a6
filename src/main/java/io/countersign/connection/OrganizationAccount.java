package io.countersign.connection;

/**
 * An account of our AWS organization.
 *
 * @param state AWS's word, such as {@code ACTIVE} or {@code SUSPENDED}; an unknown word is kept as it came
 */
record OrganizationAccount(AccountId account, String name, String state) {

    boolean active() {
        return state.equals("ACTIVE");
    }
}
