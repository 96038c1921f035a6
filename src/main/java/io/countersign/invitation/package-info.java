/** The queue: which invitations wait, since when, and what became of them. */
@ApplicationModule(allowedDependencies = {"connection", "identity", "owner"})
@NullMarked
package io.countersign.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
