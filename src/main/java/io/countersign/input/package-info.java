/** Constraints on text that people type or that AWS sends, the same for every field. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.countersign.input;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
