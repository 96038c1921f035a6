package io.countersign.history.chain;

/**
 * Where the chain ends, as the database says.
 *
 * @param stored the highest number among the entries that are there
 */
public record Head(long seq, String hash, long stored) {}
