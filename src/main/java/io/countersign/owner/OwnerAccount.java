package io.countersign.owner;

import io.countersign.connection.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account in the address book.
 *
 * @param version grows with every change, so that nobody overwrites what they have not seen
 */
record OwnerAccount(OwnerDetails details, int version, Instant changedAt, String changedBy) {

    /** What a lead says of an account. */
    record OwnerDetails(
            AccountId account,
            String name,
            OrganizationMembership membership,
            OwnerTrust trust,
            @Nullable String note) {}

    AccountId account() {
        return details.account();
    }
}
