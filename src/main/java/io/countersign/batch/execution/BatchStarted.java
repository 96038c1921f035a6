package io.countersign.batch.execution;

/** A bulk decision was started. Published in the transaction that starts it. */
record BatchStarted(long id) {}
