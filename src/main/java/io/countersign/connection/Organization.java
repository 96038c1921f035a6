package io.countersign.connection;

import java.util.Optional;

/** The AWS organization to which our accounts belong. */
interface Organization {

    /** @param via the connected account whose credentials to ask with; empty: those that the process has */
    OrganizationOutcome list(Optional<AccountId> via);
}
