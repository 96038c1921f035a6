/** Shows and measures which sources are up to date. */
@NamedInterface("coverage")
@NullMarked
package io.countersign.sync.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
