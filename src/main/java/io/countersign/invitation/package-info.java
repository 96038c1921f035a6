/** Invitations: since when they wait, what became of them, and the queries behind the queue. */
@ApplicationModule(allowedDependencies = {"audit", "connection", "identity", "owner", "site"})
@NullMarked
package io.countersign.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
