/** The embedded PostgreSQL server, the schema at the start, and the health of the database. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.countersign.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
