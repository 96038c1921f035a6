package io.countersign.identity.signin;

import io.countersign.identity.PersonName;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sign-in for the day on which the identity provider is down.
 *
 * @param breakGlassAdmin the only user who may sign in without an identity provider, once one is configured; empty if all
 *     users with a password may
 */
@ConfigurationProperties("countersign.identity")
record BreakGlassProperties(@DefaultValue("") String breakGlassAdmin) {

    BreakGlassProperties {
        breakGlassAdmin = breakGlassAdmin.strip();
        if (!breakGlassAdmin.isEmpty() && !PersonName.isValid(breakGlassAdmin)) {
            throw new IllegalStateException("countersign.identity.break-glass-admin must be the name of a user");
        }
    }
}
