/** Serves the endpoints of the simulator under {@code /_simulator/}, for users and tests. */
@NullMarked
package io.countersign.simulator.control;

import org.jspecify.annotations.NullMarked;
