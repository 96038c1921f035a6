/** Pages to list, add, change, pause and remove connections. */
@NullMarked
package io.countersign.connection.web;

import org.jspecify.annotations.NullMarked;
