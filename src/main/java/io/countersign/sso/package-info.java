/** Single sign-on: users who sign in through an OpenID Connect provider, with roles from their groups. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "audit :: chain",
            "authority",
            "http",
            "identity",
            "identity :: account",
            "identity :: provider",
            "identity :: session",
            "team",
            "team :: group"
        })
@NullMarked
package io.countersign.sso;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
