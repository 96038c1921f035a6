package io.countersign.decision.proposal;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * The second approval that an invitation requires, as pages show it.
 *
 * @param needs message key part: SECOND_PERSON or LEAD
 * @param proposedBy the user whose proposal waits for an answer; null for none
 */
@NamedInterface("approval")
public record ApprovalView(String needs, @Nullable String proposedBy) {}
