/** The last effective values that decide who may decide, and the changes of these values. */
@ApplicationModule(allowedDependencies = "audit")
@NullMarked
package io.countersign.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
