/** Personal display settings: theme and keyboard shortcuts. */
@NullMarked
package io.countersign.site.preference;

import org.jspecify.annotations.NullMarked;
