/** Polls every source on a schedule within the limits for calls and accounts. */
@NullMarked
package io.countersign.sync.poll;

import org.jspecify.annotations.NullMarked;
