package io.countersign.sso.group;

import io.countersign.identity.Role;
import io.countersign.team.Team;
import io.countersign.team.TeamRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The roles and teams of one group of an identity provider.
 *
 * @param group the text of the claim, compared exactly
 * @param teams names of teams, each with {@code :LEAD} if the group leads the team
 */
public record GroupMapping(
        @Nullable String group,
        @DefaultValue Set<Role> roles,
        @DefaultValue List<String> teams) {

    static final int LONGEST = 200;

    private static final Pattern TEAM = Pattern.compile("(?<name>.+?)(:(?<role>LEAD|REVIEWER))?");

    public GroupMapping {
        roles = Set.copyOf(roles);
        teams = List.copyOf(teams);
    }

    /** Returns the team role by the name of the team. */
    public Map<String, TeamRole> teamRoles() {
        Map<String, TeamRole> roles = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        teams.forEach(text -> {
            Matcher team = parsed(text);
            TeamRole role = team.group("role") == null ? TeamRole.REVIEWER : TeamRole.valueOf(team.group("role"));
            roles.merge(team.group("name").strip(), role, TeamRole::most);
        });
        return roles;
    }

    private static Matcher parsed(String text) {
        Matcher team = TEAM.matcher(text.strip());
        team.matches();
        return team;
    }

    /**
     * @param property the name of the property of this mapping
     * @throws IllegalArgumentException with the name of the wrong property
     */
    void check(String property) {
        refuse(group == null || group.isBlank(), property + ".group", "is missing");
        refuse(group.length() > LONGEST, property + ".group", "has more than " + LONGEST + " characters");
        refuse(
                roles.isEmpty() && teams.isEmpty(),
                property + ".roles",
                "must name at least one of REVIEWER, LEAD, AUDITOR, ADMIN, unless teams names a team");
        refuse(
                roles.contains(Role.SERVICE),
                property + ".roles",
                "must not name SERVICE: it marks the account of a program, which does not sign in through a provider");
        refuse(
                teams.stream().anyMatch(team -> team.isBlank() || team.startsWith(":")),
                property + ".teams",
                "has a team without a name");
        refuse(
                teamRoles().keySet().stream().anyMatch(team -> team.length() > Team.LONGEST_NAME),
                property + ".teams",
                "has a name of more than " + Team.LONGEST_NAME + " characters");
    }

    static void refuse(boolean wrong, String property, String message) {
        if (wrong) {
            throw new IllegalArgumentException(property + " " + message);
        }
    }
}
