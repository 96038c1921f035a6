package io.countersign.team;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A team as somebody typed it.
 *
 * @param members a name, a colon and the role, for each member
 * @param accounts as {@link AccountLines} reads them
 * @param version of the stored team that the person saw; null for a new one
 */
record TeamForm(
        @Nullable String name,
        @Nullable List<String> members,
        @Nullable String accounts,
        @Nullable String version) {

    static TeamForm empty() {
        return new TeamForm(null, List.of(), null, null);
    }

    /** @param known who may be a member */
    void check(Errors errors, Set<String> known) {
        String typed = text(name);
        if (typed.isEmpty()) {
            errors.rejectValue("name", "team.name.missing");
        } else if (typed.length() > Team.LONGEST_NAME || typed.chars().anyMatch(Character::isISOControl)) {
            errors.rejectValue("name", "team.name.wrong", new Object[] {Team.LONGEST_NAME}, null);
        }
        checkMembers(errors, known);
        AccountLines.of(text(accounts)).problems().stream()
                .limit(20)
                .forEach(problem -> errors.rejectValue(
                        "accounts", "team.accounts.wrong", new Object[] {problem.line(), problem.says()}, null));
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

    /** Only for a form without errors. */
    Team team() {
        return new Team(text(name), roles(), AccountLines.of(text(accounts)).accounts());
    }

    /** Which version the person saw; none that exists where the form does not tell. */
    int seen() {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    TeamForm at(int newer) {
        return new TeamForm(name, members, accounts, Integer.toString(newer));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
