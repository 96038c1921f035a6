package io.countersign.owner;

import io.countersign.connection.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account in the owner directory.
 *
 * @param version grows with every change, so that a user cannot overwrite a change that they have not seen
 */
record OwnerAccount(OwnerDetails details, int version, Instant changedAt, String changedBy) {

    /** The properties of an account that leads edit. */
    record OwnerDetails(
            AccountId account,
            String name,
            OrganizationMembership membership,
            OwnerTrust trust,
            @Nullable String note) {

        OwnerStanding standing() {
            return new OwnerStanding(membership, trust);
        }
    }

    AccountId account() {
        return details.account();
    }
}
