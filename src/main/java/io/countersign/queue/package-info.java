/** The queue page and the saved views of it. */
@ApplicationModule(
        allowedDependencies = {
            "connection",
            "decision :: approval",
            "http",
            "identity",
            "input",
            "invitation",
            "invitation :: queue",
            "invitation :: view",
            "owner",
            "site",
            "sync",
            "sync :: coverage",
            "team",
            "team :: access"
        })
@NullMarked
package io.countersign.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
