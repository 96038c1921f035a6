package io.countersign.sso;

import io.countersign.identity.Role;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the groups of an identity provider mean here.
 *
 * @param groupsClaim the claim of the ID token that lists the groups of the user
 * @param mappings the roles of each group; a user has the roles of all groups together
 * @param refreshEvery the pause between two requests to a provider about a user who is signed in, if it gave a refresh token
 */
@ConfigurationProperties("countersign.identity")
record GroupProperties(
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<Mapping> mappings,
        @DefaultValue("40s") Duration refreshEvery) {

    /** Older answers of a provider about a user allow no decision. */
    static final Duration OUTDATED = Duration.ofMinutes(15);

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final int LONGEST = 200;

    GroupProperties {
        refuse(
                groupsClaim.isBlank() || groupsClaim.length() > LONGEST,
                "countersign.identity.groups-claim",
                "is missing");
        refuse(
                refreshEvery.compareTo(SHORTEST) < 0 || refreshEvery.compareTo(OUTDATED) > 0,
                "countersign.identity.refresh-every",
                "must be 10 seconds to 15 minutes");
        mappings = List.copyOf(mappings);
        for (int i = 0; i < mappings.size(); i++) {
            mappings.get(i).check("countersign.identity.mappings[" + i + "]");
        }
    }

    /** Returns the roles of a user with these groups; empty if none of the groups is mapped. */
    Set<Role> rolesOf(Collection<String> groups) {
        Set<String> received = Set.copyOf(groups);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        mappings.stream()
                .filter(mapping -> received.contains(mapping.group()))
                .forEach(mapping -> roles.addAll(mapping.roles()));
        return roles;
    }

    private static void refuse(boolean wrong, String property, String message) {
        if (wrong) {
            throw new IllegalArgumentException(property + " " + message);
        }
    }

    /**
     * The roles of one group.
     *
     * @param group the text of the claim, compared exactly
     * @param teams must be empty: teams from groups are not supported yet
     */
    record Mapping(
            @Nullable String group,
            @DefaultValue Set<Role> roles,
            @DefaultValue List<String> teams) {

        Mapping {
            roles = Set.copyOf(roles);
            teams = List.copyOf(teams);
        }

        private void check(String property) {
            refuse(group == null || group.isBlank(), property + ".group", "is missing");
            refuse(group.length() > LONGEST, property + ".group", "has more than " + LONGEST + " characters");
            refuse(roles.isEmpty(), property + ".roles", "must name at least one of REVIEWER, LEAD, AUDITOR, ADMIN");
            refuse(
                    roles.contains(Role.SERVICE),
                    property + ".roles",
                    "must not name SERVICE: it marks the account of a program, which does not sign in through a provider");
            refuse(
                    !teams.isEmpty(),
                    property + ".teams",
                    "is not supported yet: leads and admins add members to teams on the page of the team");
        }
    }
}
