/** Spring Security configuration and the security context of each request. */
@NullMarked
package io.countersign.identity.security;

import org.jspecify.annotations.NullMarked;
