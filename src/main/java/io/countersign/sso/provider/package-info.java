/** Talks to identity providers: metadata, codes, tokens and their checks. Knows no users of Countersign. */
@NullMarked
package io.countersign.sso.provider;

import org.jspecify.annotations.NullMarked;
