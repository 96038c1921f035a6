/** Users, roles, sign-in and access control. */
@ApplicationModule(allowedDependencies = {"audit", "audit :: chain", "authority", "database", "http", "input"})
@NullMarked
package io.countersign.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
