package io.countersign.owner;

/** The organization membership and trust level of an owner, which rules depend on. */
public record OwnerStanding(OrganizationMembership membership, OwnerTrust trust) {

    /** The value for an unknown account. */
    public static final OwnerStanding UNKNOWN = new OwnerStanding(OrganizationMembership.UNKNOWN, OwnerTrust.NONE);

    public boolean internal() {
        return membership == OrganizationMembership.INTERNAL;
    }

    public boolean trusted() {
        return trust == OwnerTrust.TRUSTED;
    }

    public boolean blocked() {
        return trust == OwnerTrust.BLOCKED;
    }
}
