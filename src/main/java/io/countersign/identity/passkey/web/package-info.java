/** The pages of passkeys: sign-in, and the second factor after a password. */
@NullMarked
package io.countersign.identity.passkey.web;

import org.jspecify.annotations.NullMarked;
