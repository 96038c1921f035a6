/** Invitations: since when they wait, what became of them, and the queries behind the queue. */
@ApplicationModule(allowedDependencies = {"audit", "connection", "input", "owner"})
@NullMarked
package io.countersign.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
