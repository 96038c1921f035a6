/** Bulk decisions: preview, start, execute and stop one action with one reason for many invitations. */
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
            "team",
            "team :: access"
        })
@NullMarked
package io.countersign.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
