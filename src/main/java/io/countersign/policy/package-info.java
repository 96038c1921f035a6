/** Pure functions that judge facts and return a verdict with its reason. */
@ApplicationModule(allowedDependencies = {"authority", "connection", "identity", "invitation", "owner", "team"})
@NullMarked
package io.countersign.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
