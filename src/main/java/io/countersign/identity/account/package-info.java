/** Stores the configured users in the database. */
@NullMarked
package io.countersign.identity.account;

import org.jspecify.annotations.NullMarked;
