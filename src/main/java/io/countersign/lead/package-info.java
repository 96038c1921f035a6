/** What a lead sees of the team’s work, in numbers. Reads the tables of invitations and decisions and writes nothing. */
@ApplicationModule(
        allowedDependencies = {"connection", "identity", "invitation", "invitation :: queue", "owner", "team :: access"
        })
@NullMarked
package io.countersign.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
