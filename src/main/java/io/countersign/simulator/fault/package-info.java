/** Injects faults on request, and counts and records the calls. */
@NullMarked
package io.countersign.simulator.fault;

import org.jspecify.annotations.NullMarked;
