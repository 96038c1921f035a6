/** Reads and writes decisions and proposals. */
@NullMarked
package io.countersign.decision.persistence;

import org.jspecify.annotations.NullMarked;
