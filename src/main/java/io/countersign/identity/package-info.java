/** People, their roles, signing in, and the guard in front of every page. */
@ApplicationModule(allowedDependencies = {"audit"})
@NullMarked
package io.countersign.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
