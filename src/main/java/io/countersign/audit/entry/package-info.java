/** Appends entries to the chain and reads them back. */
@NamedInterface("entry")
@NullMarked
package io.countersign.audit.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
