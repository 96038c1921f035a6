/** What the groups of users of identity providers mean: the configured mapping to roles and teams. */
@NullMarked
package io.countersign.sso.group;

import org.jspecify.annotations.NullMarked;
