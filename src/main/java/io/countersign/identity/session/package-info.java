/** The sessions of signed-in users: their list, and their end. */
@NamedInterface("session")
@NullMarked
package io.countersign.identity.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
