package io.countersign.decision;

/**
 * The intent was stored; it is held, or about to be sent, as its state says. Published inside the transaction that stores it,
 * and for a held one again when the hold is over.
 */
public record DecisionIntended(Decision decision) {}
