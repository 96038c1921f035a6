package io.countersign.decision;

/** Somebody took a held decision back. Published inside the transaction that stores it. */
public record DecisionWithdrawn(Decision decision, String by) {}
