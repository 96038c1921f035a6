package io.countersign.decision;

import java.time.Instant;

/**
 * A text that leads offer to users as a reason.
 *
 * @param version grows with every change, so that a user cannot overwrite a change that they have not seen
 */
public record ReasonTemplate(long id, String text, int version, Instant changedAt, String changedBy) {}
