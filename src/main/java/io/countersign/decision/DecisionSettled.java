package io.countersign.decision;

/** The call to AWS ended, with or without a clear answer. Published inside the transaction that stores the outcome. */
public record DecisionSettled(Decision decision) {}
