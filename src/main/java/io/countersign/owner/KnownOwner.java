package io.countersign.owner;

import org.jspecify.annotations.Nullable;

/**
 * What we know of an owner.
 *
 * @param name null where nobody has told us one
 * @param note of a lead; null where there is none
 */
public record KnownOwner(
        @Nullable String name,
        OwnerStanding standing,
        @Nullable String note) {

    static final KnownOwner NOBODY = new KnownOwner(null, OwnerStanding.UNKNOWN, null);

    /** As pages draw it: null where nobody has said. */
    public @Nullable Boolean inside() {
        return standing.membership() == OrganizationMembership.UNKNOWN ? null : standing.inside();
    }
}
