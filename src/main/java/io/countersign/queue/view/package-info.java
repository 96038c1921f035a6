/** Saved views of the queue. */
@NullMarked
package io.countersign.queue.view;

import org.jspecify.annotations.NullMarked;
