/** Delegations: one user acts in the place of another for some days. */
@NullMarked
package io.countersign.team.delegation;

import org.jspecify.annotations.NullMarked;
