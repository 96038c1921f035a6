/** Invitations: their states and deadlines, and the queries of the queue. */
@ApplicationModule(allowedDependencies = {"audit", "connection", "input", "owner"})
@NullMarked
package io.countersign.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
