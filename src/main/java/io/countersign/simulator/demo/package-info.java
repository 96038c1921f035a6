/** A believable company's shares, so that a demo is never empty. */
@NullMarked
package io.countersign.simulator.demo;

import org.jspecify.annotations.NullMarked;
