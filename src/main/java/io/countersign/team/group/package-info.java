/** Members whom the groups of an identity provider put into teams. */
@NamedInterface("group")
@NullMarked
package io.countersign.team.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
