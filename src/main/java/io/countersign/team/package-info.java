/** Teams: what each person sees and decides, to whom an invitation is assigned, and what people comment on it. */
@ApplicationModule(
        allowedDependencies = {"audit", "connection", "identity", "input", "invitation", "invitation :: queue", "site"})
@NullMarked
package io.countersign.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
