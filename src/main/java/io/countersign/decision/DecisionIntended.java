package io.countersign.decision;

/** The intent was stored; it is about to be sent. Published inside the transaction that stores it. */
public record DecisionIntended(Decision decision) {}
