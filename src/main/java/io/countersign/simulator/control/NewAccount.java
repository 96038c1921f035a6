package io.countersign.simulator.control;

import io.countersign.simulator.rules.Account;
import org.jspecify.annotations.Nullable;

/**
 * An account that AWS is to know from now on, or to know otherwise.
 *
 * @param member whether it belongs to the organization, which is so unless it is said
 */
record NewAccount(
        String account,
        @Nullable String name,
        Account.@Nullable State state,
        @Nullable Boolean member) {

    NewAccount {
        if (account == null || !account.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("account must have exactly 12 digits");
        }
    }

    Account over(Account known) {
        return new Account(
                account,
                name == null ? known.name() : name,
                state == null ? known.state() : state,
                member == null ? known.member() : member,
                known.disabledRegions());
    }
}
