/** Error pages, and the checks that turn malformed requests into clear errors. */
@NullMarked
package io.countersign.site.error;

import org.jspecify.annotations.NullMarked;
