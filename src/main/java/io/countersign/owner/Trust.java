package io.countersign.owner;

/** What leads think of an owner. */
public enum Trust {
    /** Nothing in particular. */
    NONE,
    TRUSTED,
    BLOCKED
}
