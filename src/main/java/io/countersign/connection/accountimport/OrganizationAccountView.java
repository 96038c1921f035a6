package io.countersign.connection.accountimport;

import io.countersign.connection.organization.OrganizationAccount;

/** An account that is not connected yet; suspended accounts are shown but cannot be selected. */
record OrganizationAccountView(String account, String name, String state, boolean choosable, boolean chosen) {

    static OrganizationAccountView of(OrganizationAccount account, boolean chosen) {
        return new OrganizationAccountView(
                account.account().value(), account.name(), account.state(), account.active(), chosen);
    }
}
