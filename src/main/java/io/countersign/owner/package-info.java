/** The accounts that share resources: their names, organization membership and trust levels. */
@ApplicationModule(allowedDependencies = {"audit", "authority", "connection", "http", "identity", "input", "site"})
@NullMarked
package io.countersign.owner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
