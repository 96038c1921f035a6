/** Formats of the downloads, and the receipt of a decision. */
@NamedInterface("export")
@NullMarked
package io.countersign.audit.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
