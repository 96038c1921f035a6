package io.countersign.sso;

import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import io.countersign.identity.RecordedUsers;
import io.countersign.identity.Role;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Records at the start what changed in the configuration of providers and groups: who can write it can give roles to
 * anybody.
 */
@Component
class GroupRecorder implements SmartInitializingSingleton {

    private final GroupProperties properties;
    private final Providers providers;
    private final EffectiveValues effective;

    GroupRecorder(GroupProperties properties, Providers providers, EffectiveValues effective) {
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
        Map<String, Set<Role>> roles = new HashMap<>();
        properties.mappings().forEach(mapping -> roles.computeIfAbsent(
                        mapping.group(), group -> EnumSet.noneOf(Role.class))
                .addAll(mapping.roles()));
        roles.forEach((group, all) -> values.put(group, RecordedUsers.text(all)));
        if (!providers.ids().isEmpty()) {
            values.put("countersign.identity.groups-claim", properties.groupsClaim());
            providers.issuers().forEach((id, issuer) -> values.put("issuer of " + id, issuer));
        }
        return values;
    }
}
