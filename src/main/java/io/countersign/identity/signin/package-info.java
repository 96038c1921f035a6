/** Sign-in, sign-out and reauthentication. */
@NullMarked
package io.countersign.identity.signin;

import org.jspecify.annotations.NullMarked;
