/** The queue of pending invitations: filter, order, grouping and bulk selection. */
@NamedInterface("queue")
@NullMarked
package io.countersign.invitation.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
