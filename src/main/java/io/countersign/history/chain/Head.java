package io.countersign.history.chain;

/**
 * Where the chain ends, as the database says.
 *
 * @param lowest the lowest number among the entries that are there, and stored the highest
 */
public record Head(long seq, String hash, long lowest, long stored) {}
