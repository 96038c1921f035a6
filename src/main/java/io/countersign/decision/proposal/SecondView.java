package io.countersign.decision.proposal;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * The second approval that an invitation needs, as pages show it.
 *
 * @param needs message key part: SECOND_PERSON or LEAD
 * @param proposedBy the person whose proposal waits for an answer; null where there is none
 */
@NamedInterface("approval")
public record SecondView(String needs, @Nullable String proposedBy) {}
