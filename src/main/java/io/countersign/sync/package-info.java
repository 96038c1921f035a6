/** Reads every source on a clock and says what was read, when, and what failed. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "connection",
            "identity",
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
