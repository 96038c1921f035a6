/** Stores, validates and caches the connections from the configuration and from the browser. */
@NullMarked
package io.countersign.connection.registry;

import org.jspecify.annotations.NullMarked;
