/** The embedded PostgreSQL server, which runs where the configuration names no database server. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.countersign.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
