package io.countersign.connection.organization;

import io.countersign.connection.AccountId;
import java.util.Optional;

/** The AWS organization to which our accounts belong. */
public interface OrganizationReader {

    /** @param via the connected account whose credentials to ask with; empty: those that the process has */
    OrganizationOutcome list(Optional<AccountId> via);
}
