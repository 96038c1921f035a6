/** Users whom admins manage in the browser. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "audit :: chain",
            "authority",
            "identity",
            "identity :: account",
            "identity :: passkey",
            "identity :: session",
            "input",
            "site",
            "team :: access"
        })
@NullMarked
package io.countersign.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
