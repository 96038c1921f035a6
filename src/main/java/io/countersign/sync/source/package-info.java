/** Stores the read status of each source. */
@NullMarked
package io.countersign.sync.source;

import org.jspecify.annotations.NullMarked;
