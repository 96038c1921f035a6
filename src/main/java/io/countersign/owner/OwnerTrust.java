package io.countersign.owner;

/** The trust level that leads give an owner. */
public enum OwnerTrust {
    /** No trust level is set. */
    NONE,
    TRUSTED,
    BLOCKED
}
