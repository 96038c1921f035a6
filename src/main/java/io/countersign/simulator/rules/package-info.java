/** The state of the simulated AWS and the rules of sharing. It knows no HTTP. */
@NullMarked
package io.countersign.simulator.rules;

import org.jspecify.annotations.NullMarked;
