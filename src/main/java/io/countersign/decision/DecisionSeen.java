package io.countersign.decision;

/**
 * AWS was read for a decision, and showed something new of its effect; its state says whether that settled it. Published inside
 * the transaction that stores it.
 */
public record DecisionSeen(Decision decision) {}
