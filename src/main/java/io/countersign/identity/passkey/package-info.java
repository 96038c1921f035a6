/** Passkeys: sign-in without a password, and as a second factor after it. */
@NamedInterface("passkey")
@NullMarked
package io.countersign.identity.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
