package io.countersign.owner;

/** The membership of an account in the AWS organization. */
public enum OrganizationMembership {
    INTERNAL,
    EXTERNAL,
    /** Not known. */
    UNKNOWN
}
