/** Comments on invitations and the people they mention. */
@NullMarked
package io.countersign.team.comment;

import org.jspecify.annotations.NullMarked;
