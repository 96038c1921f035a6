/** Comments on invitations and the users they mention. */
@NullMarked
package io.countersign.team.comment;

import org.jspecify.annotations.NullMarked;
