/** What goes wrong on demand, and a count of what was asked. */
@NullMarked
package io.countersign.simulator.fault;

import org.jspecify.annotations.NullMarked;
