package io.countersign.identity.passkey;

import io.countersign.identity.Role;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who needs a passkey, and where passkeys are valid.
 *
 * @param roles the roles that a password alone does not give; users of identity providers are not concerned
 * @param host the only host on which users add and use passkeys, for example {@code countersign.example.com}; empty for the
 *     host of each request
 */
@ConfigurationProperties("countersign.passkey")
record PasskeyProperties(
        @DefaultValue("ADMIN, LEAD") Set<Role> roles,
        @DefaultValue("") String host) {

    PasskeyProperties {
        roles = Set.copyOf(roles);
        host = host.strip().toLowerCase(Locale.ROOT);
        if (!host.isEmpty() && !PasskeySite.isHostName(host)) {
            throw new IllegalStateException("countersign.passkey.host must be a host name such as"
                    + " countersign.example.com, without a scheme and a port, and no IP address");
        }
    }
}
