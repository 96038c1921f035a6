package io.countersign.decision;

/** A decision left SENDING. Published inside the transaction that stores the outcome. */
public record DecisionSettled(Decision decision) {}
