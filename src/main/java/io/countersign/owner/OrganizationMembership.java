package io.countersign.owner;

/** Whether an account belongs to our AWS organization. */
public enum OrganizationMembership {
    INSIDE,
    OUTSIDE,
    /** Nobody has said. */
    UNKNOWN
}
