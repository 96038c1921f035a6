package io.countersign.team.web;

import io.countersign.connection.AccountId;
import io.countersign.input.PlainText;
import io.countersign.input.TypedText;
import io.countersign.team.Team;
import io.countersign.team.TeamRole;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form that adds or changes a team.
 *
 * @param members a name, a colon and the role, for each member
 * @param selected the IDs of known accounts with all Regions
 * @param accounts other accounts, as {@link AccountListParser} reads them
 * @param version the version of the stored team that the user saw; null for a new team
 */
record TeamForm(
        @NotEmpty(message = "{team.name.missing}")
        @Size(max = Team.LONGEST_NAME, message = "{team.name.long}")
        @PlainText(message = "{team.name.control}")
        String name,

        @Nullable List<String> members,
        @Nullable List<String> selected,
        String accounts,
        @Nullable String version) {

    TeamForm {
        name = TypedText.clean(name);
        accounts = TypedText.clean(accounts);
    }

    static TeamForm empty() {
        return new TeamForm("", List.of(), List.of(), "", null);
    }

    /** @param known the users who can be members */
    void check(Errors errors, Set<String> known) {
        checkMembers(errors, known);
        accountList().problems().stream()
                .limit(20)
                .forEach(problem -> errors.rejectValue(
                        "accounts", "team.accounts.wrong", new Object[] {problem.line(), problem.says()}, null));
    }

    boolean selects(AccountId account) {
        return selected != null && selected.contains(account.value());
    }

    private AccountListParser accountList() {
        return AccountListParser.of(accounts, selected == null ? List.of() : selected);
    }

    void checkMembers(Errors errors, Set<String> known) {
        roles().keySet().stream()
                .filter(person -> !known.contains(person))
                .forEach(person -> errors.rejectValue("members", "team.members.unknown", new Object[] {person}, null));
    }

    Map<String, TeamRole> roles() {
        Map<String, TeamRole> roles = new LinkedHashMap<>();
        for (String member : members == null ? List.<String>of() : members) {
            int colon = member.lastIndexOf(':');
            if (colon > 0) {
                boolean lead = member.substring(colon + 1).equals(TeamRole.LEAD.name());
                roles.put(member.substring(0, colon), lead ? TeamRole.LEAD : TeamRole.REVIEWER);
            }
        }
        return roles;
    }

    /** Converts the form; call it only on a valid form. */
    Team team() {
        return new Team(name, roles(), accountList().accounts());
    }

    int seenVersion() {
        return TypedText.version(version);
    }

    TeamForm at(int newer) {
        return new TeamForm(name, members, selected, accounts, Integer.toString(newer));
    }
}
