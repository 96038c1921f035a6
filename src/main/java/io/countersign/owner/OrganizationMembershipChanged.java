package io.countersign.owner;

/** Accounts came into the organization or left it, as far as we know: what is sorted by that is sorted anew. */
public record OrganizationMembershipChanged() {}
