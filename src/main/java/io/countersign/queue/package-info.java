/** The queue page and the saved views of it. */
@ApplicationModule(
        allowedDependencies = {
            "connection",
            "decision",
            "decision :: approval",
            "identity",
            "invitation",
            "owner",
            "site",
            "sync",
            "sync :: coverage",
            "team"
        })
@NullMarked
package io.countersign.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
