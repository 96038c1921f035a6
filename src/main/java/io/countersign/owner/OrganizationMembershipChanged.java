package io.countersign.owner;

/** The organization membership of some owners changed; queue priorities must be recomputed. */
public record OrganizationMembershipChanged() {}
