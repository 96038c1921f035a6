package io.countersign.connection;

/** An account that is not connected yet, flat; one that is suspended is shown and cannot be chosen. */
record OrganizationRow(String account, String name, String state, boolean choosable, boolean chosen) {

    static OrganizationRow of(OrganizationAccount account, boolean chosen) {
        return new OrganizationRow(
                account.account().value(), account.name(), account.state(), account.active(), chosen);
    }
}
