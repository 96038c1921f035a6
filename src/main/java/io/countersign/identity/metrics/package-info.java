/** Protects the metrics endpoint with a token. */
@NullMarked
package io.countersign.identity.metrics;

import org.jspecify.annotations.NullMarked;
