package io.countersign.sso.group;

import static io.countersign.sso.group.GroupMapping.refuse;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the groups of an identity provider mean here.
 *
 * @param groupsClaim the claim of the ID token that lists the groups of the user
 * @param mappings the roles and teams of each group; a user has those of all groups together
 * @param refreshEvery the pause between two requests to a provider about a user who is signed in, if it gave a refresh token
 */
@ConfigurationProperties("countersign.identity")
public record GroupProperties(
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<GroupMapping> mappings,
        @DefaultValue("40s") Duration refreshEvery) {

    /** Older answers of a provider about a user allow no decision. */
    public static final Duration OUTDATED = Duration.ofMinutes(15);

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    public GroupProperties {
        refuse(
                groupsClaim.isBlank() || groupsClaim.length() > GroupMapping.LONGEST,
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

    public boolean maps(String group) {
        return mappings.stream().anyMatch(mapping -> group.equals(mapping.group()));
    }

    /** Returns what a user with these groups has; without roles, none of the groups allows a sign-in. */
    public GroupRights rightsOf(Collection<String> groups) {
        Set<String> received = Set.copyOf(groups);
        return GroupRights.of(mappings.stream()
                .filter(mapping -> received.contains(mapping.group()))
                .toList());
    }
}
