/** Validates connections from the configuration and from the browser. */
@NullMarked
package io.countersign.connection.validation;

import org.jspecify.annotations.NullMarked;
