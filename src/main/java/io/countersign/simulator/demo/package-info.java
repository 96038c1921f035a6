/** Creates the accounts, roles and shares of the demo. */
@NullMarked
package io.countersign.simulator.demo;

import org.jspecify.annotations.NullMarked;
