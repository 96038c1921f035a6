package io.countersign.owner;

/** What leads think of an owner. */
public enum OwnerTrust {
    /** Nothing in particular. */
    NONE,
    TRUSTED,
    BLOCKED
}
