/** The glossary and the keyboard shortcuts. */
@NullMarked
package io.countersign.site.help;

import org.jspecify.annotations.NullMarked;
