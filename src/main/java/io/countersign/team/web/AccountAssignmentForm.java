package io.countersign.team.web;

import io.countersign.connection.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form that assigns accounts without a team to one team.
 *
 * @param all selects every account, regardless of the check boxes
 * @param team the ID of the team
 */
record AccountAssignmentForm(
        @Nullable List<String> accounts,
        @Nullable String all,
        @Nullable String team) {

    static final AccountAssignmentForm EMPTY = new AccountAssignmentForm(null, null, null);

    boolean selects(AccountId account) {
        return "true".equals(all) || accounts != null && accounts.contains(account.value());
    }

    /** Requires a form without errors. */
    long teamId() {
        return Long.parseLong(Objects.requireNonNull(team));
    }

    void check(Collection<AccountId> selected, Errors errors) {
        if (selected.isEmpty()) {
            errors.rejectValue("accounts", "team.unassigned.none-selected");
        }
        if (team == null || !team.matches("[0-9]{1,18}")) {
            errors.rejectValue("team", "team.unassigned.team.missing");
        }
    }
}
