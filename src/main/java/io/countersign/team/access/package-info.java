/** Determines what a user may see and decide, and to whom invitations are assigned. */
@NamedInterface("access")
@NullMarked
package io.countersign.team.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
