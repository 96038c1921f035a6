/** People from the configuration and their rows in the database. */
@NullMarked
package io.countersign.identity.account;

import org.jspecify.annotations.NullMarked;
