package io.countersign.simulator.control;

import io.countersign.simulator.model.SimulatedAccount;
import org.jspecify.annotations.Nullable;

/**
 * A request to add or change an account.
 *
 * @param member whether it belongs to the organization; true by default
 */
record NewAccount(
        String account,
        @Nullable String name,
        SimulatedAccount.@Nullable State state,
        @Nullable Boolean member) {

    NewAccount {
        if (account == null || !account.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("account must have exactly 12 digits");
        }
    }

    SimulatedAccount over(SimulatedAccount known) {
        return new SimulatedAccount(
                account,
                name == null ? known.name() : name,
                state == null ? known.state() : state,
                member == null ? known.member() : member,
                known.disabledRegions());
    }
}
