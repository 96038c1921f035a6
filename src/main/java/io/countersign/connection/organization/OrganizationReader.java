package io.countersign.connection.organization;

import io.countersign.connection.AccountId;
import java.util.Optional;

/** Lists the accounts of the AWS organization. */
public interface OrganizationReader {

    /** @param via the connected account whose credentials are used; empty for those of the process */
    OrganizationOutcome list(Optional<AccountId> via);
}
