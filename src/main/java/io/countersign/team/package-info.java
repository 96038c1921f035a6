/** Teams: what each person sees and decides, whose turn it is, and what people say about an invitation. */
@ApplicationModule(allowedDependencies = {"connection", "decision", "identity", "invitation"})
@NullMarked
package io.countersign.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
