/** Provides the values that the layout needs on every page. */
@NullMarked
package io.countersign.site.layout;

import org.jspecify.annotations.NullMarked;
