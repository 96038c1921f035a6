package io.countersign.team.web;

import io.countersign.team.access.TeamlessAccounts;
import org.jspecify.annotations.Nullable;

/**
 * The warning about accounts without a team, which pages include. It reads the numbers only on these pages.
 *
 * @param admin whether the reader can assign the accounts to a team
 */
record TeamlessWarning(TeamlessAccounts accounts, boolean admin) {

    /** Returns null if each account has a team. */
    public TeamlessAccounts.@Nullable Numbers numbers() {
        return accounts.numbers().orElse(null);
    }
}
