package io.countersign.decision;

/**
 * The intent of a decision was stored; its state says whether it is held or about to be sent. Published inside the
 * transaction that stores it, and for a held decision again at the end of the hold.
 */
public record DecisionIntended(Decision decision) {}
