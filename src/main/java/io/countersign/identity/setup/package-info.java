/** Creates the first admin of an installation without users. */
@NullMarked
package io.countersign.identity.setup;

import org.jspecify.annotations.NullMarked;
