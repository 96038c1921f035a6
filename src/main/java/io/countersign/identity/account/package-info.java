/** Stores the users. */
@NamedInterface("account")
@NullMarked
package io.countersign.identity.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
