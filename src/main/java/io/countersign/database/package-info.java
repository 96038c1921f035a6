/** The embedded PostgreSQL server, which runs if no database server is configured. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.countersign.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
