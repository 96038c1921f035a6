/** Formats times, IDs and states for templates. */
@NullMarked
package io.countersign.site.format;

import org.jspecify.annotations.NullMarked;
