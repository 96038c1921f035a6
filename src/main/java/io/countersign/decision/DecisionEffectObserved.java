package io.countersign.decision;

/**
 * A read of AWS showed a new effect of a decision; the state of the decision says whether that settled it. Published
 * inside the transaction that stores the observation.
 */
public record DecisionEffectObserved(Decision decision) {}
