package io.countersign.simulator.control;

/** An account that AWS is to know from now on. */
record NewAccount(String account) {

    NewAccount {
        if (account == null || !account.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("account must have exactly 12 digits");
        }
    }
}
