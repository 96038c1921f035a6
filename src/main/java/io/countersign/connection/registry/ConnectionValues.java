package io.countersign.connection.registry;

import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import io.countersign.connection.Connection;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownMembership;
import io.countersign.connection.Memberships;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Compares the memberships and the configured connections at the start with their last effective values. */
@Component
class ConnectionValues implements SmartInitializingSingleton {

    private final ConfiguredConnections configured;
    private final Memberships memberships;
    private final EffectiveValues effective;

    ConnectionValues(ConfiguredConnections configured, Memberships memberships, EffectiveValues effective) {
        this.configured = configured;
        this.memberships = memberships;
        this.effective = effective;
    }

    @Override
    public void afterSingletonsInstantiated() {
        effective.replace(ValueKind.MEMBERSHIP, memberships.all());
        effective.replace(
                ValueKind.CONNECTION,
                configured.knownAccounts().stream()
                        .filter(each -> configured.find(each.account()).isPresent())
                        .collect(Collectors.toMap(each -> each.account().value(), this::text)));
    }

    private String text(KnownAccount account) {
        String membership = account.membership().map(KnownMembership::text).orElse("unknown");
        return membership + "; " + text(configured.find(account.account()).orElseThrow());
    }

    /** Without the external ID and keys. */
    private static String text(Connection connection) {
        return "role: " + connection.roleArn() + "; decider role: " + connection.decidingRoleArn() + "; Regions: "
                + connection.regions().stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
