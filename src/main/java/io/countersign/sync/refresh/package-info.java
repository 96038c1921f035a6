/** Reads sources on demand and shows the progress. */
@NullMarked
package io.countersign.sync.refresh;

import org.jspecify.annotations.NullMarked;
