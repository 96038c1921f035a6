/** Access of the demo to decisions, with the rules that hold for all users. */
@NamedInterface("demo")
@NullMarked
package io.countersign.decision.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
