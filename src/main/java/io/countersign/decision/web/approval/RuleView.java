package io.countersign.decision.web.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An approval rule that applies, as the rules page shows it.
 *
 * @param until when a replaced rule stops applying; null for a configured rule
 */
record RuleView(String sentence, @Nullable Instant until) {}
