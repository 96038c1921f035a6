package io.countersign.connection;

/**
 * Published when a connection was read for the first time, in the transaction of the change. Cached connections stay valid
 * for their time: the first reads of thousands of accounts end within minutes.
 */
public record ConnectionVerified() {}
