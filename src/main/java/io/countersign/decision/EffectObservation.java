package io.countersign.decision;

import io.countersign.policy.Effect;
import java.time.Instant;

/**
 * What a read of AWS showed of a decision's effect.
 *
 * @param text what was seen, in plain words, at most 500 characters
 * @param at when the read began
 */
public record EffectObservation(Effect effect, String text, Instant at) {}
