/** Constraints on text from users and from AWS, the same for all fields. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.countersign.input;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
