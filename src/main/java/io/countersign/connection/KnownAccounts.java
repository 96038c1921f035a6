package io.countersign.connection;

import java.util.Collection;
import java.util.Optional;

/** Looks up the names of accounts. A missing account is unknown, neither internal nor external. */
public interface KnownAccounts {

    /** @param accountId the text from AWS, which may not be a well-formed account ID */
    Optional<KnownAccount> find(String accountId);

    /** Returns all known accounts in no particular order. */
    Collection<KnownAccount> knownAccounts();
}
