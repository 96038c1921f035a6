/** The values of the simulated AWS: accounts, resources, shares, pages and errors. */
@NullMarked
package io.countersign.simulator.model;

import org.jspecify.annotations.NullMarked;
