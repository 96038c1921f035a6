/** Personal display settings: theme, density and keyboard shortcuts. */
@NullMarked
package io.countersign.site.preference;

import org.jspecify.annotations.NullMarked;
