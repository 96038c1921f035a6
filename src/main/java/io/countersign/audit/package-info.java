/** The append-only audit log: append an entry in your own transaction; read, verify and export through the sub-packages. */
@ApplicationModule(allowedDependencies = {"database", "input"})
@NullMarked
package io.countersign.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
