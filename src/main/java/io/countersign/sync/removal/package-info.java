/** Finds out why AWS no longer lists an invitation. */
@NullMarked
package io.countersign.sync.removal;

import org.jspecify.annotations.NullMarked;
