/** Assigns and unassigns invitations. */
@NullMarked
package io.countersign.team.assignment;

import org.jspecify.annotations.NullMarked;
