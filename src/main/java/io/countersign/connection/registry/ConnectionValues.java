package io.countersign.connection.registry;

import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import io.countersign.connection.Connection;
import io.countersign.connection.ConnectionVerification;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownMembership;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Compares the memberships and the configured connections at the start with their last effective values. */
@Component
class ConnectionValues implements SmartInitializingSingleton {

    private final ConfiguredConnections configured;
    private final StoredConnectionRepository stored;
    private final ConnectionVerification verification;
    private final EffectiveValues effective;

    ConnectionValues(
            ConfiguredConnections configured,
            StoredConnectionRepository stored,
            ConnectionVerification verification,
            EffectiveValues effective) {
        this.configured = configured;
        this.stored = stored;
        this.verification = verification;
        this.effective = effective;
    }

    @Override
    public void afterSingletonsInstantiated() {
        effective.replace(ValueKind.MEMBERSHIP, memberships());
        effective.replace(
                ValueKind.CONNECTION,
                configured.knownAccounts().stream()
                        .collect(Collectors.toMap(each -> each.account().value(), this::text)));
    }

    /** Without the accounts of AWS Organizations, which no user can choose. */
    private Map<String, String> memberships() {
        Set<String> verified = verification.verified();
        Map<String, String> memberships = new HashMap<>();
        stored.all().stream()
                .map(each -> each.account().value())
                .filter(verified::contains)
                .forEach(account -> memberships.put(account, KnownMembership.INTERNAL.text()));
        for (KnownAccount account : configured.knownAccounts()) {
            account.membership()
                    .ifPresent(known -> memberships.put(account.account().value(), known.text()));
        }
        return memberships;
    }

    private String text(KnownAccount account) {
        String membership = account.membership().map(KnownMembership::text).orElse("unknown");
        return configured
                .find(account.account())
                .map(connection -> membership + "; " + text(connection))
                .orElse(membership);
    }

    /** Without the external ID and keys. */
    private static String text(Connection connection) {
        return "role: " + connection.roleArn() + "; decider role: " + connection.decidingRoleArn() + "; Regions: "
                + connection.regions().stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
