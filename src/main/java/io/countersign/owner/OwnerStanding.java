package io.countersign.owner;

/** How an owner stands to us: what rules about owners look at. */
public record OwnerStanding(Membership membership, Trust trust) {

    /** Of an account that nobody has told us about. */
    public static final OwnerStanding UNKNOWN = new OwnerStanding(Membership.UNKNOWN, Trust.NONE);

    public boolean inside() {
        return membership == Membership.INSIDE;
    }

    public boolean trusted() {
        return trust == Trust.TRUSTED;
    }

    public boolean blocked() {
        return trust == Trust.BLOCKED;
    }
}
