/** The append-only record of what happened, and the pages to search and export it. */
@ApplicationModule(
        allowedDependencies = {
            "batch",
            "connection",
            "database",
            "decision",
            "identity",
            "invitation",
            "owner",
            "policy",
            "sync",
            "team"
        })
@NullMarked
package io.countersign.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
