/** Pure rules: facts in, a verdict with its reason out. */
@ApplicationModule(allowedDependencies = {"connection", "invitation", "owner", "team"})
@NullMarked
package io.countersign.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
