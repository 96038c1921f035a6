/** Finds out why AWS no longer lists an invitation. */
@NamedInterface("removal")
@NullMarked
package io.countersign.sync.removal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
