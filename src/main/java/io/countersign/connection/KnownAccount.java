package io.countersign.connection;

/**
 * An account that somebody has told us about: one of our connections, or an owner named in the configuration.
 *
 * @param insideOrganization whether it belongs to our own AWS organization
 */
public record KnownAccount(AccountId account, String name, boolean insideOrganization) {}
