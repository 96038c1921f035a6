/** The reason templates that leads offer. */
@NullMarked
package io.countersign.decision.reason;

import org.jspecify.annotations.NullMarked;
