/** The page that lists and ends sessions. */
@NullMarked
package io.countersign.site.session;

import org.jspecify.annotations.NullMarked;
