package io.countersign.decision;

import io.countersign.policy.Effect;
import java.time.Instant;

/**
 * The effect of a decision, as a read of AWS showed it.
 *
 * @param text a description of at most 500 characters
 * @param at the start of the read
 */
public record EffectObservation(Effect effect, String text, Instant at) {}
