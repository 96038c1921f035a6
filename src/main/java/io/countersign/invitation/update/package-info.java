/** Updates the queue with the result of a poll. */
@NamedInterface("update")
@NullMarked
package io.countersign.invitation.update;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
