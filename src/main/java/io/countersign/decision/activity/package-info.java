/** What happened to an invitation, as the audit log states it. */
@NamedInterface("activity")
@NullMarked
package io.countersign.decision.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
