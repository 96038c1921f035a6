package io.countersign.owner;

import org.jspecify.annotations.Nullable;

/**
 * The known facts about an owner.
 *
 * @param name null if it is not known
 * @param note the note of a lead; null for none
 * @param listed whether the owner directory contains the account
 * @param decidedBefore whether any invitation of this owner was accepted or rejected here
 */
public record KnownOwner(
        @Nullable String name,
        OwnerStanding standing,
        @Nullable String note,
        boolean listed,
        boolean decidedBefore) {

    static final KnownOwner UNKNOWN = new KnownOwner(null, OwnerStanding.UNKNOWN, null, false, false);

    /** Returns null if it is not known. */
    public @Nullable Boolean internal() {
        return standing.membership() == OrganizationMembership.UNKNOWN ? null : standing.internal();
    }
}
