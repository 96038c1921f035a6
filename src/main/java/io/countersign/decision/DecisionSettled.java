package io.countersign.decision;

/** AWS answered a decision, or did not. Published inside the transaction that stores the outcome. */
public record DecisionSettled(Decision decision) {}
