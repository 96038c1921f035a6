/** Delegations: one person acts on behalf of another for some days. */
@NullMarked
package io.countersign.team.delegation;

import org.jspecify.annotations.NullMarked;
