/** Polls every source on a schedule, and reports the coverage and the failures. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "connection",
            "http",
            "connection :: api",
            "connection :: web",
            "database",
            "identity",
            "identity :: session",
            "input",
            "invitation",
            "invitation :: queue",
            "invitation :: update",
            "team :: access"
        })
@NullMarked
package io.countersign.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
