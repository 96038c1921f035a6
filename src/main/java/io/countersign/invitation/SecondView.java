package io.countersign.invitation;

import org.jspecify.annotations.Nullable;

/**
 * That it takes two people to accept an invitation, as pages show it.
 *
 * @param needs message key part: SECOND_PERSON or LEAD
 * @param proposedBy whose proposal waits for an answer; null for nobody's
 */
public record SecondView(String needs, @Nullable String proposedBy) {}
