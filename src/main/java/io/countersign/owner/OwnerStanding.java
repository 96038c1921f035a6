package io.countersign.owner;

/** How an owner stands to us: what rules about owners look at. */
public record OwnerStanding(OrganizationMembership membership, OwnerTrust trust) {

    /** Of an account that nobody has told us about. */
    public static final OwnerStanding UNKNOWN = new OwnerStanding(OrganizationMembership.UNKNOWN, OwnerTrust.NONE);

    public boolean inside() {
        return membership == OrganizationMembership.INSIDE;
    }

    public boolean trusted() {
        return trust == OwnerTrust.TRUSTED;
    }

    public boolean blocked() {
        return trust == OwnerTrust.BLOCKED;
    }
}
