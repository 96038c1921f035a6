package io.countersign.decision;

import java.time.Instant;

/**
 * A reason that leads offer to those who decide.
 *
 * @param version grows with every change, so that nobody overwrites what they have not seen
 */
public record ReasonTemplate(long id, String text, int version, Instant changedAt, String changedBy) {}
