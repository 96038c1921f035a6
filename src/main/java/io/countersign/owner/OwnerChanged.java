package io.countersign.owner;

/** A change of the owner directory. */
record OwnerChanged() {}
