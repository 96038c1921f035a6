/** View models of invitations and of related invitations. */
@NamedInterface("view")
@NullMarked
package io.countersign.invitation.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
