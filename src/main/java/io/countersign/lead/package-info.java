/** The overview page for leads: backlog and decision statistics. Reads tables of other modules, writes nothing. */
@ApplicationModule(
        allowedDependencies = {"connection", "identity", "invitation", "invitation :: queue", "owner", "team :: access"
        })
@NullMarked
package io.countersign.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
