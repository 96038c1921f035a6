/** One decision of a person for many invitations: chosen, looked at, decided one by one, and told of each. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "connection",
            "decision",
            "decision :: bulk",
            "identity",
            "input",
            "invitation",
            "invitation :: queue",
            "invitation :: view",
            "policy",
            "site",
            "team :: access"
        })
@NullMarked
package io.countersign.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
