package io.countersign.sso;

import io.countersign.identity.IdentityProviders;
import io.countersign.sso.group.GroupMapping;
import io.countersign.sso.group.GroupProperties;
import io.countersign.sso.group.Groups;
import io.countersign.sso.provider.ProviderException;
import io.countersign.team.group.GroupMemberService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Shows and tries the configured group mapping. */
@Component
class MappingTrials {

    private final GroupProperties properties;
    private final PersonIdentityRepository identities;
    private final GroupMemberService teams;

    MappingTrials(GroupProperties properties, PersonIdentityRepository identities, GroupMemberService teams) {
        this.properties = properties;
        this.identities = identities;
        this.teams = teams;
    }

    /** Returns what each group gives, in the order of the configuration. */
    List<MappingTrial.Mapped> all() {
        return properties.mappings().stream()
                .map(GroupMapping::group)
                .distinct()
                .map(group -> new MappingTrial.Mapped(group, properties.rightsOf(List.of(group))))
                .toList();
    }

    /** Returns the teams of the mappings that do not exist. */
    Set<String> missingTeams() {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        properties
                .mappings()
                .forEach(mapping -> named.addAll(mapping.teamRoles().keySet()));
        return teams.missing(named);
    }

    MappingTrial of(Map<String, Object> claims) {
        try {
            return of(Groups.read(claims, properties.groupsClaim()));
        } catch (ProviderException e) {
            return MappingTrial.failed(e.problem());
        }
    }

    /** Tries the groups of the last answer of the provider about a user. */
    MappingTrial of(String user) {
        return of(identities
                .lastAnswer(user)
                .map(IdentityProviders.Answer::groups)
                .orElse(List.of()));
    }

    private MappingTrial of(List<String> groups) {
        return MappingTrial.of(groups, properties);
    }
}
