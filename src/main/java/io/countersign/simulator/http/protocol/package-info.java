/** Reads requests and writes responses in the formats of AWS. It contains no rule of sharing. */
@NullMarked
package io.countersign.simulator.http.protocol;

import org.jspecify.annotations.NullMarked;
