package io.countersign.team.web;

import io.countersign.team.access.TeamlessAccounts;
import org.jspecify.annotations.Nullable;

/**
 * The warning about accounts whose invitations no one can decide, which pages include. It reads the numbers only on these pages.
 *
 * @param admin whether the reader can assign the accounts to a team
 */
record TeamlessWarning(TeamlessAccounts accounts, boolean admin) {

    /** Returns null if each account has a team. */
    public TeamlessAccounts.@Nullable Numbers numbers() {
        return accounts.numbers().orElse(null);
    }

    /** Returns null if each team with accounts has a member who can decide, or if other teams have the same accounts. */
    public TeamlessAccounts.@Nullable Numbers withoutDeciders() {
        return accounts.withoutDeciders().orElse(null);
    }
}
