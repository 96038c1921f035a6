/** Stores teams, memberships, claims, comments and delegations. */
@NullMarked
package io.countersign.team.persistence;

import org.jspecify.annotations.NullMarked;
