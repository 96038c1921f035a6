/** AWS's side over HTTP, for the demo and the tests. It imports nothing of the other modules. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.countersign.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
