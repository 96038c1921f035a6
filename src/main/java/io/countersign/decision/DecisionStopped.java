package io.countersign.decision;

/** A held decision was not sent, because something had changed when the hold was over. Published inside the transaction. */
public record DecisionStopped(Decision decision) {}
