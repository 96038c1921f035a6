package io.countersign.connection;

/**
 * An account with a known name: a connection, or an owner from the configuration.
 *
 * @param internal whether it belongs to the AWS organization of the connections
 */
public record KnownAccount(AccountId account, String name, boolean internal) {}
