package io.countersign.audit.chain;

/**
 * The end of the chain according to the database.
 *
 * @param lowest the lowest number among the stored entries; stored is the highest
 */
public record ChainHead(long seq, String hash, long lowest, long stored) {}
