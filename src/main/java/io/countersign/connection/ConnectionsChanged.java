package io.countersign.connection;

/** A change of the connections, or of the accounts of the organization. */
public record ConnectionsChanged() {}
