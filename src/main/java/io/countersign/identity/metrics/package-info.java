/** Signs in the metrics scraper. */
@NullMarked
package io.countersign.identity.metrics;

import org.jspecify.annotations.NullMarked;
