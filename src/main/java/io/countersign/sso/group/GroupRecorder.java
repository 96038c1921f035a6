package io.countersign.sso.group;

import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import io.countersign.identity.RecordedUsers;
import io.countersign.sso.provider.Providers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Records at the start what changed in the configuration of providers and groups: who can write it can give roles to
 * anybody.
 */
@Component
public class GroupRecorder implements SmartInitializingSingleton {

    private final GroupProperties properties;
    private final Providers providers;
    private final EffectiveValues effective;

    public GroupRecorder(GroupProperties properties, Providers providers, EffectiveValues effective) {
        this.properties = properties;
        this.providers = providers;
        this.effective = effective;
    }

    @Override
    public void afterSingletonsInstantiated() {
        effective.replace(ValueKind.GROUP, values());
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        properties
                .mappings()
                .forEach(mapping -> values.put(mapping.group(), text(properties.rightsOf(List.of(mapping.group())))));
        if (!providers.ids().isEmpty()) {
            values.put("countersign.identity.groups-claim", properties.groupsClaim());
            providers.issuers().forEach((id, issuer) -> values.put("issuer of " + id, issuer));
        }
        return values;
    }

    private static String text(GroupRights rights) {
        Stream<String> teams = rights.teams().entrySet().stream().map(team -> team.getValue() + " of " + team.getKey());
        return Stream.concat(Stream.of(RecordedUsers.text(rights.roles())).filter(roles -> !roles.isEmpty()), teams)
                .collect(Collectors.joining(", "));
    }
}
