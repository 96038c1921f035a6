/** Warns about pending invitations before they expire. */
@NullMarked
package io.countersign.invitation.deadline;

import org.jspecify.annotations.NullMarked;
