/** Access of the demo to the polls of sources. */
@NamedInterface("demo")
@NullMarked
package io.countersign.sync.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
